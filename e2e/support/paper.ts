import { strFromU8, unzipSync } from "fflate";

/** The parts of a Word file by their path. */
export const partsOf = (bytes: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

/** The text of a Word file, paragraph by paragraph. */
export function textsOfPaper(bytes: Buffer): string {
  const paragraphs = (partsOf(bytes)["word/document.xml"] ?? "").split(/<\/w:p>|<w:br\/>/);
  return paragraphs.map((xml) => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join("")).join("\n");
}
