/** Joins class names; unset ones are left out. */
export function classes(...parts: ReadonlyArray<string | false | null | undefined>): string {
  return parts.filter(Boolean).join(" ");
}
