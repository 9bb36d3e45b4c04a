import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { evidence } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { entryEvidenceLimit } from "@/domain/evidence";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entries/entry-row";
import { AddEvidenceInput } from "../schema";
import { type Hanging, keepContent, readUpload, refuseBeyond } from "./lib/store-file";

/**
 * Attaches a file to an entry. The same content is stored once, and can be attached only once to an
 * entry.
 * @throws AppError NOT_FOUND, ALREADY_EXISTS; INVALID_INPUT with ENTRY_FILES_FULL or
 *   ENTRY_SIZE_FULL for `file`; see `checkFile`
 */
export const addEvidence = defineCommand({
  name: "evidence.add",
  permission: "evidence.add",
  input: AddEvidenceInput,
  load: ({ tx, actor, input }) => loadEntryRow(tx, actor, input.entryId),
  run: async ({ tx, actor, input: { entryId, kind, note, file } }) => {
    const upload = await readUpload(file);
    const { sha256, size } = upload.attached;
    const codes = { files: "ENTRY_FILES_FULL", bytes: "ENTRY_SIZE_FULL" } as const;
    refuseBeyond(await countAttached(tx, entryId, sha256), size, entryEvidenceLimit, codes);
    await keepContent(tx, upload);
    const columns = { entryId, kind, ...upload.attached };
    const [row] = await tx
      .insert(evidence)
      .values({ ...columns, note, addedBy: actor.userId, addedByName: actor.name, isSample: actor.isSample })
      .returning({ id: evidence.id });
    if (!row) throw new AppError("INTERNAL");
    const after = { ...columns, remark: note };
    return { result: { evidenceId: row.id }, audit: { subject: "evidence", subjectId: row.id, after } };
  },
});

/**
 * Counted while the entry is locked, so that simultaneous uploads cannot exceed the limits
 * together.
 */
async function countAttached(tx: Transaction, entryId: number, sha256: string): Promise<Hanging> {
  const [has] = await tx
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql`coalesce(sum(${evidence.size}), 0)`.mapWith(Number),
      same: sql<number>`(count(*) filter (where ${eq(evidence.sha256, sha256)}))::int`,
    })
    .from(evidence)
    .where(and(eq(evidence.entryId, entryId), isNull(evidence.removedAt)));
  return has ?? { files: 0, bytes: 0, same: 0 };
}
