import "server-only";
import type { Inspected } from "./inspect-archive";
import { oleNames } from "./read-ole";

/** The stream that only a file of this type has. */
const mediaTypeOf: readonly (readonly [stream: RegExp, mediaType: string])[] = [
  [/^WordDocument$/, "application/msword"],
  [/^(Workbook|Book)$/, "application/vnd.ms-excel"],
  [/^PowerPoint Document$/, "application/vnd.ms-powerpoint"],
  [/^__properties_version1\.0$/, "application/vnd.ms-outlook"],
];

/** How PowerPoint marks a document with macros: the head of a VBAInfoAtom ([MS-PPT] 2.4.11). */
const slideMacros = Buffer.from("020000040c000000", "hex");

/** Inspects an OLE file by the names of its streams; see `inspectArchive`. */
export function inspectOle(bytes: Buffer): Inspected {
  const names = oleNames(bytes);
  if (!names) return { fault: "FILE_DAMAGED", mediaType: null };
  const all = [...names];
  const mediaType = mediaTypeOf.find(([stream]) => all.some((name) => stream.test(name)))?.[1] ?? null;
  // Office 2007 and later wrap an encrypted document in an OLE file.
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) return { fault: "FILE_ENCRYPTED", mediaType };
  const hasMacros = all.some((name) => /^(VBA|_VBA_PROJECT(_CUR)?|Macros)$/i.test(name)) || hasSlideMacros(bytes);
  return { fault: hasMacros ? "FILE_MACROS" : null, mediaType };
}

function hasSlideMacros(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(slideMacros); at >= 0; at = bytes.indexOf(slideMacros, at + 1)) {
    const flag = at + slideMacros.length + 4;
    if (flag + 4 <= bytes.length && bytes.readUInt32LE(flag) === 1) return true;
  }
  return false;
}
