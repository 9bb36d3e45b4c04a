/** Replaces `{names}` in a label, in the browser. */
export function interpolate(label: string, params: Record<string, string | number>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
