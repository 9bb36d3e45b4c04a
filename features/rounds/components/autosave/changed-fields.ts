type Stored = Readonly<Record<string, string>>;

/** Normalises a field as the server does: trimmed, with uniform line ends and accents. */
const plain = (text: unknown) =>
  String(text ?? "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC")
    .trim();

/**
 * Names of the fields in which a stored draft differs from what was sent or stored on the device.
 * The version is ignored.
 */
export function unsavedFields(stored: Stored, wordsOf: (name: string) => unknown): string[] {
  const names = Object.keys(stored).filter((name) => name !== "version");
  return names.filter((name) => plain(stored[name]) !== plain(wordsOf(name)));
}
