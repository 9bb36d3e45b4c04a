const withoutText = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];
const textFields = `input${withoutText.map((type) => `:not([type=${type}])`).join("")}, textarea, select`;

/**
 * True if the target accepts text; single-key shortcuts are then ignored. A list is among them,
 * because letters choose one of its options.
 */
export function acceptsText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(textFields));
}
