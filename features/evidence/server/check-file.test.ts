import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { evidenceLimit } from "@/domain/evidence";
import { archive, files, oleFile, slideParts, wordParts } from "../testing";
import { checkFile } from "./lib/check-file";

const codeOf = (bytes: Buffer, name: string) =>
  checkFile(bytes, name).catch((error: { fields: { field: string; code: string }[] }) => {
    expect(error.fields[0]?.field).toBe("file");
    return error.fields[0]?.code;
  });

describe("a file is accepted", () => {
  it.each(Object.entries(files))("if its content is %s and matches its name", async (extension, bytes) => {
    expect(await codeOf(bytes, `ບົດລາຍງານ.${extension}`)).toMatch(/^(application|image|text|message)\//);
  });

  it.each([
    ["a presentation of many slides with notes", archive(slideParts(600)), "a.pptx"],
    ["a PDF after a line break", Buffer.concat([Buffer.from("\r\n"), files.pdf]), "a.pdf"],
    [
      "a PDF after the head of a part of a mail",
      Buffer.concat([Buffer.from("Content-Type: application/pdf\r\n\r\n"), files.pdf]),
      "a.pdf",
    ],
    ["a PDF after bytes of another system", Buffer.concat([Buffer.alloc(128), files.pdf]), "a.pdf"],
    ["a mail after a line of a mailbox", Buffer.concat([Buffer.from("From a@b Mon\r\n"), files.eml]), "a.eml"],
    [
      "a picture of another brand",
      Buffer.from(files.heic.toString("latin1").replace("heic", "mif1"), "latin1"),
      "a.heic",
    ],
  ])("that is %s", async (_what, bytes, name) => {
    expect(await codeOf(bytes, name)).toMatch(/\//);
  });

  it("up to 10 MB and not one byte more", async () => {
    const text = Buffer.alloc(evidenceLimit, "a");
    expect(await codeOf(text, "a.txt")).toBe("text/plain");
    expect(await codeOf(Buffer.concat([text, Buffer.from("a")]), "a.txt")).toBe("FILE_TOO_LARGE");
  });
});

describe("a file is refused", () => {
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200, 0x90)]);
  const encrypted = oleFile(["EncryptionInfo", "EncryptedPackage"]);
  const behind = Buffer.concat([Buffer.alloc(1_024, " "), files.pdf]);

  const slideMacros = Buffer.from(`020000040c000000${"05000000"}${"01000000"}${"02000000"}`, "hex");
  const circle = Buffer.from(oleFile(["a", "b", "c", "d"]));
  circle.writeUInt32LE(1, 512 + 8);

  it.each<[string, Buffer, string, string]>([
    ["if it is empty", Buffer.alloc(0), "a.pdf", "FILE_EMPTY"],
    ["with a refused extension: HTML", html, "a.html", "FILE_TYPE_REFUSED"],
    ["with a refused extension: SVG", svg, "a.svg", "FILE_TYPE_REFUSED"],
    ["with a refused extension: a program", program, "a.exe", "FILE_TYPE_REFUSED"],
    ["with a refused extension: Word with macros", files.docx, "a.docm", "FILE_TYPE_REFUSED"],
    ["with a refused extension: old Excel as a template", files.xls, "a.xlt", "FILE_TYPE_REFUSED"],
    ["without an extension", files.pdf, "report", "FILE_TYPE_REFUSED"],
    ["if it is HTML named as text", html, "a.txt", "FILE_NOT_AS_NAMED"],
    ["if it is SVG named as CSV", svg, "a.csv", "FILE_NOT_AS_NAMED"],
    ["if it is HTML named as Excel", html, "a.xlsx", "FILE_NOT_AS_NAMED"],
    ["if it is a program named as PDF", program, "a.pdf", "FILE_NOT_AS_NAMED"],
    ["if it is a Word file named as CSV", files.docx, "a.csv", "FILE_NOT_AS_NAMED"],
    ["if it is a Word file named as Excel", files.docx, "a.xlsx", "FILE_NOT_AS_NAMED"],
    ["if it is a PNG named as JPEG", files.png, "a.jpg", "FILE_NOT_AS_NAMED"],
    ["if it is encrypted by Office", encrypted, "a.docx", "FILE_ENCRYPTED"],
    ["if it is old Excel with macros", oleFile(["Workbook", "_VBA_PROJECT_CUR"]), "a.xls", "FILE_MACROS"],
    ["if it is old Word with macros", oleFile(["WordDocument", "Macros", "VBA"]), "a.doc", "FILE_MACROS"],
    ["if it is old PowerPoint with macros", oleFile(["PowerPoint Document"], slideMacros), "a.ppt", "FILE_MACROS"],
    ["if it is old Word named as Excel", files.doc, "a.xls", "FILE_NOT_AS_NAMED"],
    ["if it is old Word named as Word", files.doc, "a.docx", "FILE_NOT_AS_NAMED"],
    ["if it is a message named as a document", files.msg, "a.doc", "FILE_NOT_AS_NAMED"],
    ["if its old format breaks off", files.doc.subarray(0, 600), "a.doc", "FILE_DAMAGED"],
    ["if its old format leads round in a circle", circle, "a.doc", "FILE_NOT_AS_NAMED"],
    ["if a PDF begins too late", behind, "a.pdf", "FILE_NOT_AS_NAMED"],
    ["if HTML has a PDF in it", Buffer.concat([html, files.pdf]), "a.pdf", "FILE_NOT_AS_NAMED"],
    ["if HTML is named as a mail", html, "a.eml", "FILE_NOT_AS_NAMED"],
    ["if text is named as a mail", files.txt, "a.eml", "FILE_NOT_AS_NAMED"],
    ["if a picture is named as another", files.webp, "a.heic", "FILE_NOT_AS_NAMED"],
    ["if its text is not UTF-8", Buffer.from([0xca, 0xd0, 0xbd, 0xc3]), "a.txt", "FILE_NOT_AS_NAMED"],
    ["if its text has control characters", Buffer.from("a\u0000b"), "a.txt", "FILE_NOT_AS_NAMED"],
    [
      "if it is a broken archive",
      Buffer.concat([files.docx.subarray(0, 100), Buffer.alloc(50)]),
      "a.docx",
      "FILE_DAMAGED",
    ],
  ])("%s", async (_what, bytes, name, code) => {
    expect(await codeOf(bytes, name)).toBe(code);
  });

  const lastPart = (bytes: Buffer) => bytes.lastIndexOf("PK\u0001\u0002");
  it.each<[string, string, () => Buffer]>([
    ["contains macros", "FILE_MACROS", () => archive({ ...wordParts, "word/vbaProject.bin": strToU8("x") })],
    [
      "says that it has macros",
      "FILE_MACROS",
      () => archive({ "[Content_Types].xml": strToU8('<Override ContentType="a.document.macroEnabled.main+xml"/>') }),
    ],
    ["names a part outside of itself", "FILE_DAMAGED", () => archive({ ...wordParts, "../../evil.txt": strToU8("x") })],
    [
      "unpacks to a thousand times its size",
      "FILE_UNPACKS_TOO_LARGE",
      () => archive({ ...wordParts, "word/media/a.bin": new Uint8Array(8 * 1024 * 1024) }),
    ],
    [
      "states wrong sizes",
      "FILE_UNPACKS_TOO_LARGE",
      () => {
        const bytes = archive(wordParts);
        // The uncompressed size of the last part in the central directory.
        bytes.writeUInt32LE(0x7fffffff, lastPart(bytes) + 24);
        return bytes;
      },
    ],
    [
      "is encrypted",
      "FILE_ENCRYPTED",
      () => {
        const bytes = archive(wordParts);
        bytes.writeUInt16LE(1, lastPart(bytes) + 8);
        return bytes;
      },
    ],
    [
      "is encrypted by LibreOffice",
      "FILE_ENCRYPTED",
      () => archive({ "META-INF/manifest.xml": strToU8("<manifest:encryption-data manifest:checksum='x'/>") }),
    ],
  ])("if the archive %s", async (_what, code, make) => {
    expect(await codeOf(make(), "a.docx")).toBe(code);
  });
});
