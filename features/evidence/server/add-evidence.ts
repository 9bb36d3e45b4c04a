import "server-only";
import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { entryEvidenceLimit } from "@/domain/evidence";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entries/entry-row";
import { cleanFileName } from "../file-name";
import { AddEvidenceInput } from "../schema";
import { checkFile } from "./parts/check-file";

/**
 * Attaches a file to an entry. The same content is stored once, however often it is attached; to one entry it is attached once.
 * @throws AppError NOT_FOUND, ALREADY_EXISTS; INVALID_INPUT with ENTRY_FILES_FULL or ENTRY_SIZE_FULL for `file`; see `checkFile`
 */
export const addEvidence = defineCommand({
  name: "evidence.add",
  permission: "evidence.add",
  input: AddEvidenceInput,
  load: ({ tx, actor, input }) => loadEntryRow(tx, actor, input.entryId),
  run: async ({ tx, actor, input: { entryId, kind, note, file } }) => {
    const content = Buffer.from(file.bytes);
    const fileName = cleanFileName(file.name);
    const mediaType = await checkFile(content, fileName);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const size = content.length;
    await refuseBeyondLimits(tx, entryId, { sha256, size });
    await tx.insert(storedFiles).values({ sha256, size, content }).onConflictDoNothing();
    const said = { entryId, kind, fileName, mediaType, sha256, size, note };
    const [row] = await tx
      .insert(evidence)
      .values({ ...said, addedBy: actor.userId, addedByName: actor.name, isSample: actor.isSample })
      .returning({ id: evidence.id });
    if (!row) throw new AppError("INTERNAL");
    const after = { entryId, kind, fileName, mediaType, sha256, size, remark: note };
    return { result: { evidenceId: row.id }, audit: { subject: "evidence", subjectId: row.id, after } };
  },
});

/** Counted while the entry is locked, so that files that come at once cannot pass together. */
async function refuseBeyondLimits(
  tx: Transaction,
  entryId: number,
  { sha256, size }: { sha256: string; size: number },
): Promise<void> {
  const [has] = await tx
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql`coalesce(sum(${evidence.size}), 0)`.mapWith(Number),
      same: sql<number>`(count(*) filter (where ${eq(evidence.sha256, sha256)}))::int`,
    })
    .from(evidence)
    .where(and(eq(evidence.entryId, entryId), isNull(evidence.removedAt)));
  const { files, bytes, same } = has ?? { files: 0, bytes: 0, same: 0 };
  if (same > 0) throw new AppError("ALREADY_EXISTS", { field: "file" });
  if (files >= entryEvidenceLimit.files) {
    throw refused("ENTRY_FILES_FULL", entryEvidenceLimit.files);
  }
  if (bytes + size > entryEvidenceLimit.bytes) {
    throw refused("ENTRY_SIZE_FULL", entryEvidenceLimit.bytes / 1024 / 1024);
  }
}

const refused = (code: "ENTRY_FILES_FULL" | "ENTRY_SIZE_FULL", max: number) =>
  new AppError("INVALID_INPUT", { fields: [{ field: "file", code, params: { max } }] });
