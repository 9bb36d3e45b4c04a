import "server-only";
import { fileTypeFromBuffer } from "file-type";
import { AppError, type ErrorCode, type ErrorParams } from "@/domain/errors";
import { type EvidenceExtension, evidenceExtensions, evidenceLimit, namedExtensions } from "@/domain/evidence";
import { extensionOf } from "@/domain/file-name";
import { type Inspected, inspectArchive } from "@/server/files/inspect-archive";
import { inspectOle } from "@/server/files/inspect-ole";
import { isOle } from "@/server/files/read-ole";
import { isMail, isPdf, isPlainText } from "./text-files";

const officeType = "application/vnd.openxmlformats-officedocument";
const openType = "application/vnd.oasis.opendocument";
const mediaTypes: Record<EvidenceExtension, string> = {
  pdf: "application/pdf",
  docx: `${officeType}.wordprocessingml.document`,
  xlsx: `${officeType}.spreadsheetml.sheet`,
  pptx: `${officeType}.presentationml.presentation`,
  odt: `${openType}.text`,
  ods: `${openType}.spreadsheet`,
  odp: `${openType}.presentation`,
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  jfif: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  webp: "image/webp",
  csv: "text/csv",
  txt: "text/plain",
  eml: "message/rfc822",
  msg: "application/vnd.ms-outlook",
};
/** Several brands of one container; phones write any of them. */
const heicTypes = ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"];

/**
 * Checks that a file may be stored. Its content determines the type, which must match the
 * extension.
 * @param name cleaned
 * @returns its media type
 * @throws AppError INVALID_INPUT naming the field `file`: FILE_EMPTY, FILE_TOO_LARGE {max},
 *   FILE_TYPE_REFUSED {types}, FILE_NOT_AS_NAMED {type}, or an `ArchiveFault`
 */
export async function checkFile(bytes: Buffer, name: string): Promise<string> {
  if (bytes.length === 0) throw refused("FILE_EMPTY");
  if (bytes.length > evidenceLimit) throw refused("FILE_TOO_LARGE", { max: evidenceLimit / 1024 / 1024 });
  const extension = extensionOf(name);
  const known = evidenceExtensions.find((one) => one === extension);
  if (!known) throw refused("FILE_TYPE_REFUSED", { types: namedExtensions.join(", ").toUpperCase() });
  const container = await inspected(bytes);
  if (container?.fault) throw refused(container.fault);
  const agrees = container ? container.mediaType === mediaTypes[known] : await isOfKind(bytes, known);
  if (!agrees) throw refused("FILE_NOT_AS_NAMED", { type: known });
  return mediaTypes[known];
}

function refused(code: ErrorCode, params?: ErrorParams): AppError {
  return new AppError("INVALID_INPUT", { fields: [{ field: "file", code, params }] });
}

/** Archives and OLE files are inspected before any other code reads them; null for other files. */
async function inspected(bytes: Buffer): Promise<Inspected | null> {
  if (isOle(bytes)) return inspectOle(bytes);
  const isArchive = bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isArchive ? await inspectArchive(bytes) : null;
}

async function isOfKind(bytes: Buffer, known: EvidenceExtension): Promise<boolean> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  switch (known) {
    case "csv":
    case "txt":
      return !found && isPlainText(bytes);
    case "eml":
      return !found && isMail(bytes);
    case "pdf":
      return found === mediaTypes.pdf || (!found && isPdf(bytes));
    case "heic":
      return heicTypes.includes(found ?? "");
    default:
      return found === mediaTypes[known];
  }
}
