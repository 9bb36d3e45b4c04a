import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { evidence } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { putInBin } from "@/server/bin/put-in-bin";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entries/entry-row";
import { RemoveEvidenceInput } from "../schema";

/**
 * Removes a file: it is hidden, and the row stays for the audit.
 * @throws AppError NOT_FOUND; REPORT_STILL_NEEDED for the only report of a completed entry
 */
export const removeEvidence = defineCommand({
  name: "evidence.remove",
  permission: "evidence.remove",
  input: RemoveEvidenceInput,
  load: ({ tx, actor, input }) => loadEntryRow(tx, actor, input.entryId),
  run: async ({ tx, input: { entryId, evidenceId }, row: { entry }, context }) => {
    const here = and(eq(evidence.id, evidenceId), eq(evidence.entryId, entryId), isNull(evidence.removedAt));
    const [row] = await tx.update(evidence).set({ removedAt: context.now }).where(here).returning();
    if (!row) throw new AppError("NOT_FOUND");
    if (row.kind === "report" && entry.status === "completed") await refuseWithoutReport(tx, entryId, evidenceId);
    const { kind, fileName, sha256 } = row;
    await putInBin(tx, context, { kind: "evidence", subjectId: evidenceId, ofId: entryId, nameEn: fileName });
    const before = { entryId, kind, fileName, sha256 };
    return { result: null, audit: { subject: "evidence", subjectId: evidenceId, before } };
  },
});

async function refuseWithoutReport(tx: Transaction, entryId: number, evidenceId: number): Promise<void> {
  const others = and(
    ...[eq(evidence.entryId, entryId), ne(evidence.id, evidenceId)],
    ...[eq(evidence.kind, "report"), isNull(evidence.removedAt)],
  );
  if ((await tx.$count(evidence, others)) === 0) throw new AppError("REPORT_STILL_NEEDED");
}
