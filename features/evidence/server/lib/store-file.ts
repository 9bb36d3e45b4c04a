import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/db/client";
import { storedFiles } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { cleanFileName } from "@/domain/file-name";
import { checkFile } from "./check-file";

/** The columns that every row with an attached file has. */
export type AttachedFile = { fileName: string; mediaType: string; sha256: string; size: number };

/**
 * Checks an uploaded file without storing it.
 * @throws AppError see `checkFile`
 */
export async function readUpload(file: { name: string; bytes: Uint8Array }) {
  const content = Buffer.from(file.bytes);
  const fileName = cleanFileName(file.name);
  const mediaType = await checkFile(content, fileName);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { content, attached: { fileName, mediaType, sha256, size: content.length } satisfies AttachedFile };
}

/** Stores the content; the same content is stored only once. */
export async function keepContent(
  tx: Transaction,
  { content, attached: { sha256, size } }: Awaited<ReturnType<typeof readUpload>>,
): Promise<void> {
  await tx.insert(storedFiles).values({ sha256, size, content }).onConflictDoNothing();
}

/**
 * The files already attached: their number, their total size, and how many have the same content.
 */
export type Hanging = { files: number; bytes: number; same: number };

type Full = { files: "ENTRY_FILES_FULL" | "MEETING_FILES_FULL"; bytes: "ENTRY_SIZE_FULL" | "MEETING_SIZE_FULL" };

/**
 * @throws AppError ALREADY_EXISTS, or INVALID_INPUT for `file` with the code of the limit that is
 *   reached
 */
export function refuseBeyond(
  { files, bytes, same }: Hanging,
  size: number,
  limit: { files: number; bytes: number },
  codes: Full,
): void {
  const refused = (code: Full["files" | "bytes"], max: number) =>
    new AppError("INVALID_INPUT", { fields: [{ field: "file", code, params: { max } }] });
  if (same > 0) throw new AppError("ALREADY_EXISTS", { field: "file" });
  if (files >= limit.files) throw refused(codes.files, limit.files);
  if (bytes + size > limit.bytes) throw refused(codes.bytes, limit.bytes / 1024 / 1024);
}
