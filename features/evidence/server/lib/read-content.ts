import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { storedFiles } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";

/** Bytes read at once. Other requests wait while the driver decodes a piece. */
const pieceBytes = 262_144;

/**
 * Reads the content of a stored file in pieces: reading 10 MB at once would block the process for a
 * quarter of a second. The content cannot change between the pieces, because its key is its hash.
 * @throws AppError NOT_FOUND if it is removed while it is read
 */
export async function readContent(db: Database, { sha256, size }: { sha256: string; size: number }): Promise<Buffer> {
  const whole = Buffer.alloc(size);
  for (let at = 0; at < size; at += pieceBytes) {
    const piece = sql<Buffer>`substring(${storedFiles.content} from ${at + 1}::int for ${pieceBytes}::int)`;
    const [row] = await db.select({ piece }).from(storedFiles).where(eq(storedFiles.sha256, sha256));
    if (!row) throw new AppError("NOT_FOUND");
    row.piece.copy(whole, at);
  }
  return whole;
}
