import { cleanText } from "@/domain/lao-text";

type Stored = Readonly<Record<string, string>>;

/** Normalises a field as the server does. */
const plain = (text: unknown) => cleanText(String(text ?? ""));

/**
 * Names of the fields in which a stored draft differs from what was sent or stored on the device.
 * The version is ignored.
 */
export function unsavedFields(stored: Stored, wordsOf: (name: string) => unknown): string[] {
  const names = Object.keys(stored).filter((name) => name !== "version");
  return names.filter((name) => plain(stored[name]) !== plain(wordsOf(name)));
}
