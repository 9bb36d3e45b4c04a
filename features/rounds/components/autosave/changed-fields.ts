type Stored = Readonly<Record<string, string>>;

/** A field as the server writes it: trimmed, its line ends and accents in one way. */
const plain = (text: unknown) =>
  String(text ?? "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC")
    .trim();

/**
 * The fields of a stored draft that say otherwise than what was sent or kept; its version is none
 * of them.
 */
export function unsavedFields(stored: Stored, wordsOf: (name: string) => unknown): string[] {
  const names = Object.keys(stored).filter((name) => name !== "version");
  return names.filter((name) => plain(stored[name]) !== plain(wordsOf(name)));
}
