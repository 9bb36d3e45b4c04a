import "server-only";
import { fileTypeFromBuffer } from "file-type";
import { AppError, type ErrorCode, type ErrorParams } from "@/domain/errors";
import { type EvidenceExtension, evidenceExtensions, evidenceLimit } from "@/domain/evidence";
import { extensionOf } from "@/features/evidence/file-name";
import { isSoundArchive } from "./check-archive";

const officeType = "application/vnd.openxmlformats-officedocument";
const mediaTypes: Record<EvidenceExtension, string> = {
  pdf: "application/pdf",
  docx: `${officeType}.wordprocessingml.document`,
  xlsx: `${officeType}.spreadsheetml.sheet`,
  pptx: `${officeType}.presentationml.presentation`,
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  csv: "text/csv",
  txt: "text/plain",
};

/**
 * Checks that a file may be stored. Its content determines the type, which must match the
 * extension.
 * @param name cleaned
 * @returns its media type
 * @throws AppError INVALID_INPUT naming the field `file`: FILE_EMPTY, FILE_TOO_LARGE {max},
 *   FILE_TYPE_REFUSED {types}, FILE_NOT_AS_NAMED {type}, FILE_UNSAFE
 */
export async function checkFile(bytes: Buffer, name: string): Promise<string> {
  if (bytes.length === 0) throw refused("FILE_EMPTY");
  if (bytes.length > evidenceLimit) throw refused("FILE_TOO_LARGE", { max: evidenceLimit / 1024 / 1024 });
  const extension = extensionOf(name);
  const known = evidenceExtensions.find((one) => one === extension);
  if (!known) throw refused("FILE_TYPE_REFUSED", { types: evidenceExtensions.join(", ").toUpperCase() });
  // Checked before any other code reads the archive.
  if (isArchive(bytes) && !(await isSoundArchive(bytes))) throw refused("FILE_UNSAFE");
  const isText = known === "csv" || known === "txt";
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const agrees = isText ? !found && isPlainText(bytes) : found?.mime === mediaTypes[known];
  if (!agrees) throw refused("FILE_NOT_AS_NAMED", { type: known });
  return mediaTypes[known];
}

function refused(code: ErrorCode, params?: ErrorParams): AppError {
  return new AppError("INVALID_INPUT", { fields: [{ field: "file", code, params }] });
}

const isArchive = (bytes: Buffer) => bytes.length > 3 && bytes[0] === 0x50 && bytes[1] === 0x4b;

/** True for UTF-8 without control characters that no browser would take for HTML or XML. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/(?![\t\n\r\f])\p{Cc}/u.test(text) && !/^\s*<(!|\?|[a-z])/i.test(text);
  } catch {
    return false;
  }
}
