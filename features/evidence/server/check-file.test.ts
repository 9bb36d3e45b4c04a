import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { evidenceLimit } from "@/domain/evidence";
import { archive, files, wordParts } from "../testing";
import { checkFile } from "./lib/check-file";

const codeOf = (bytes: Buffer, name: string) =>
  checkFile(bytes, name).catch((error: { fields: { field: string; code: string }[] }) => {
    expect(error.fields[0]?.field).toBe("file");
    return error.fields[0]?.code;
  });

describe("a file is accepted", () => {
  it.each(Object.entries(files))("if its content is %s and matches its name", async (extension, bytes) => {
    expect(await codeOf(bytes, `ບົດລາຍງານ.${extension}`)).toMatch(/^(application|image|text)\//);
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
  const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024)]);

  it.each<[string, Buffer, string, string]>([
    ["if it is empty", Buffer.alloc(0), "a.pdf", "FILE_EMPTY"],
    ["with a refused extension: HTML", html, "a.html", "FILE_TYPE_REFUSED"],
    ["with a refused extension: SVG", svg, "a.svg", "FILE_TYPE_REFUSED"],
    ["with a refused extension: a program", program, "a.exe", "FILE_TYPE_REFUSED"],
    ["with a refused extension: Word with macros", files.docx, "a.docm", "FILE_TYPE_REFUSED"],
    ["with a refused extension: old Excel", oldOffice, "a.xls", "FILE_TYPE_REFUSED"],
    ["without an extension", files.pdf, "report", "FILE_TYPE_REFUSED"],
    ["if it is HTML named as text", html, "a.txt", "FILE_NOT_AS_NAMED"],
    ["if it is SVG named as CSV", svg, "a.csv", "FILE_NOT_AS_NAMED"],
    ["if it is HTML named as Excel", html, "a.xlsx", "FILE_NOT_AS_NAMED"],
    ["if it is a program named as PDF", program, "a.pdf", "FILE_NOT_AS_NAMED"],
    ["if it is a Word file named as CSV", files.docx, "a.csv", "FILE_NOT_AS_NAMED"],
    ["if it is a Word file named as Excel", files.docx, "a.xlsx", "FILE_NOT_AS_NAMED"],
    ["if it is a PNG named as JPEG", files.png, "a.jpg", "FILE_NOT_AS_NAMED"],
    ["if it is encrypted by Office", oldOffice, "a.docx", "FILE_NOT_AS_NAMED"],
    ["if its text is not UTF-8", Buffer.from([0xca, 0xd0, 0xbd, 0xc3]), "a.txt", "FILE_NOT_AS_NAMED"],
    ["if its text has control characters", Buffer.from("a\u0000b"), "a.txt", "FILE_NOT_AS_NAMED"],
    [
      "if it is a broken archive",
      Buffer.concat([files.docx.subarray(0, 100), Buffer.alloc(50)]),
      "a.docx",
      "FILE_UNSAFE",
    ],
  ])("%s", async (_what, bytes, name, code) => {
    expect(await codeOf(bytes, name)).toBe(code);
  });

  it.each<[string, () => Buffer]>([
    ["contains macros", () => archive({ ...wordParts, "word/vbaProject.bin": strToU8("x") })],
    ["names a part outside of itself", () => archive({ ...wordParts, "../../evil.txt": strToU8("x") })],
    [
      "unpacks to a thousand times its size",
      () => archive({ ...wordParts, "word/media/a.bin": new Uint8Array(8 * 1024 * 1024) }),
    ],
    [
      "has more than 200 parts",
      () =>
        archive({
          ...wordParts,
          ...Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`p${at}`, strToU8("x")])),
        }),
    ],
    [
      "states wrong sizes",
      () => {
        const bytes = archive(wordParts);
        // The uncompressed size of the last part in the central directory.
        bytes.writeUInt32LE(0x7fffffff, bytes.lastIndexOf("PK\u0001\u0002") + 24);
        return bytes;
      },
    ],
    [
      "is encrypted",
      () => {
        const bytes = archive(wordParts);
        bytes.writeUInt16LE(1, bytes.lastIndexOf("PK\u0001\u0002") + 8);
        return bytes;
      },
    ],
  ])("if the archive %s", async (_what, make) => {
    expect(await codeOf(make(), "a.docx")).toBe("FILE_UNSAFE");
  });
});
