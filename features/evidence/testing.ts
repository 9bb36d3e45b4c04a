import { strToU8, type Zippable, zipSync } from "fflate";

const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const officeType = "application/vnd.openxmlformats-officedocument";

const contentTypes = (part: string, type: string): Zippable => ({
  "[Content_Types].xml": strToU8(
    `<?xml version="1.0"?><Types xmlns="${types}"><Override PartName="${part}" ContentType="${type}.main+xml"/></Types>`,
  ),
});

/** The minimal parts by which a Word file is recognised. */
export const wordParts: Zippable = {
  ...contentTypes("/word/document.xml", `${officeType}.wordprocessingml.document`),
  "word/document.xml": strToU8("<document/>"),
};

const slide = strToU8(`<sld>${"<shape/>".repeat(200)}</sld>`);

/** A presentation with notes, as LibreOffice writes it: several small and regular parts a slide. */
export const slideParts = (slides: number): Zippable => ({
  ...Object.fromEntries(
    Array.from({ length: slides * 4 }, (_, at) => [`ppt/slides/${at % 4}/slide${Math.floor(at / 4)}.xml`, slide]),
  ),
  ...contentTypes("/ppt/presentation.xml", `${officeType}.presentationml.presentation`),
});

/** An OLE file with streams of these names, none of which has content in it. */
export function oleFile(names: readonly string[], content = Buffer.alloc(512)): Buffer {
  const head = Buffer.alloc(512, 0xff);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
  const directories = Math.ceil((names.length + 1) / 4);
  head.writeUInt16LE(9, 30);
  for (const [at, value] of [
    [44, 1],
    [48, 1],
    [60, 0xfffffffe],
    [64, 0],
    [68, 0xfffffffe],
    [72, 0],
    [76, 0],
  ] as const)
    head.writeUInt32LE(value, at);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let sector = 1; sector <= directories; sector += 1)
    table.writeUInt32LE(sector === directories ? 0xfffffffe : sector + 1, sector * 4);
  const entries = Buffer.alloc(directories * 512);
  for (const [index, name] of ["Root Entry", ...names].entries()) {
    entries.write(name, index * 128, "utf16le");
    entries.writeUInt16LE((name.length + 1) * 2, index * 128 + 64);
    entries.writeUInt8(index === 0 ? 5 : 2, index * 128 + 66);
  }
  return Buffer.concat([head, table, entries, content]);
}

/** The beginning of a picture in a container that names its brand. */
const pictureOf = (brand: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1${brand}`), Buffer.alloc(40)]);
const mail = "Return-Path: <a@b.example>\r\nFrom: a@b.example\r\nSubject: =?utf-8?B?4Lql?=\r\n\r\n<p>ສະບາຍດີ</p>\r\n";

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
  jfif: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]),
  heic: pictureOf("heic"),
  webp: Buffer.concat([Buffer.from("RIFF\x24\0\0\0WEBPVP8 "), Buffer.alloc(32)]),
  doc: oleFile(["1Table", "CompObj", "WordDocument", "SummaryInformation", "Data"]),
  xls: oleFile(["Workbook"]),
  ppt: oleFile(["Current User", "PowerPoint Document"]),
  msg: oleFile(["__nameid_version1.0", "__properties_version1.0"]),
  eml: Buffer.from(mail),
  pptx: archive(slideParts(45)),
  csv: Buffer.from("\ufeffລະຫັດ,title\r\n23-01,=1+1\r\n"),
  txt: Buffer.from("ບົດລາຍງານ: 2 < 3\n"),
} as const;
