/** Joins class names, leaving out what is not set. */
export function classes(...parts: ReadonlyArray<string | false | null | undefined>): string {
  return parts.filter(Boolean).join(" ");
}
