import { strToU8, type Zippable, zipSync } from "fflate";

const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const officeType = "application/vnd.openxmlformats-officedocument";

/** The minimal parts by which a Word file is recognised. */
export const wordParts: Zippable = {
  "[Content_Types].xml": strToU8(
    `<?xml version="1.0"?><Types xmlns="${types}"><Override PartName="/word/document.xml" ContentType="${officeType}.wordprocessingml.document.main+xml"/></Types>`,
  ),
  "word/document.xml": strToU8("<document/>"),
};

/** A zip archive of these parts. */
export const archive = (parts: Zippable) => Buffer.from(zipSync(parts));

/** A small file of each type that is recognised by its content. */
export const files = {
  pdf: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
  docx: archive(wordParts),
  odt: archive({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8("<a/>"),
  }),
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  jpg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]),
  csv: Buffer.from("\ufeffລະຫັດ,title\r\n23-01,=1+1\r\n"),
  txt: Buffer.from("ບົດລາຍງານ: 2 < 3\n"),
} as const;
