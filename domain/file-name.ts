import { cleanText } from "@/domain/lao-text";

const longest = 150;

/**
 * Cleans a file name for storage and download: the last part of a path, in NFC, without control and
 * bidirectional characters and without characters that file systems reject. Lao, spaces and emoji
 * stay.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const name = cleanText(last.replace(/[\t\n\r]/g, " "))
    .replace(/[<>:"|?*\ufffd]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const extension = extensionOf(name);
  if (extension === "") return name.slice(0, longest) || "file";
  const stem = [...name.slice(0, -extension.length - 1)].slice(0, longest - extension.length - 1).join("");
  return `${stem.trim() || "file"}.${extension}`;
}

/** The extension in lower case; empty if there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
