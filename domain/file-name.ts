import { cleanText } from "./lao-text";

const longest = 150;

/**
 * Cleans a file name for storage and download: the last part of a path, in NFC, without control and
 * bidirectional characters and without characters that file systems reject. Lao, spaces and emoji
 * stay.
 */
export function cleanFileName(given: string): string {
  const name = plainName(given.split(/[/\\]/).at(-1) ?? "");
  const extension = extensionOf(name);
  if (extension === "") return name.slice(0, longest) || "file";
  const stem = [...name.slice(0, -extension.length - 1)].slice(0, longest - extension.length - 1).join("");
  return `${stem.trim() || "file"}.${extension}`;
}

/**
 * The name, without extension, of a file that is made here: a text in which a slash is no path
 * (`2031/32`).
 */
export function fileNameOf(text: string): string {
  const name = plainName(text.replace(/\s*[/\\:\u2044\u2215\uff0f\uff3c\uff1a]\s*/g, "-"));
  return [...name].slice(0, longest).join("").trim() || "file";
}

/** A name for programs that read only ASCII. */
export function asciiNameOf(text: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/[^\w.-]+/g, "-")
      .replace(/-{2,}/g, "-")
      .replace(/^[-.]+|[-.]+$/g, "") || "file"
  );
}

/** One line without characters that file systems reject. */
function plainName(text: string): string {
  return cleanText(text.toWellFormed().replace(/[\t\n\r]/g, " "))
    .replace(/[<>:"|?*\ufffd]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
}

/** The extension in lower case; empty if there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
