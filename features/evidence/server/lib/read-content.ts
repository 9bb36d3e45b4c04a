import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { storedFiles } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";

/** Bytes that are read at once: what the driver decodes meanwhile holds up every other request. */
const pieceBytes = 262_144;

/**
 * The content of a kept file, in pieces: ten megabytes in one would keep the process from
 * everything else for a quarter of a second. It cannot change meanwhile, because it is named after
 * its hash.
 * @throws AppError NOT_FOUND when it was removed while it was read
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
