import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { evidence } from "@/db/schema/evidence";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import type { EvidenceKind } from "@/domain/evidence";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { ownersOf, visibleEntries } from "@/server/scope";

export type EvidenceLine = {
  id: number;
  kind: EvidenceKind;
  fileName: string;
  size: number;
  note: string | null;
  addedByName: string;
  isSample: boolean;
  createdAt: Date;
};

export type EvidenceList = { files: EvidenceLine[]; can: { add: boolean; remove: boolean } };

/**
 * The files of an entry, latest first.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export const listEvidence = defineQuery({
  name: "evidence.list",
  permission: "evidence.read",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId } }): Promise<EvidenceList> => {
    const seen = await db.$count(planEntries, and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (seen === 0) throw new AppError("NOT_FOUND");
    const { id, kind, fileName, size, note, addedByName, isSample, createdAt } = evidence;
    const files = await db
      .select({ id, kind, fileName, size, note, addedByName, isSample, createdAt })
      .from(evidence)
      .where(and(eq(evidence.entryId, entryId), isNull(evidence.removedAt)))
      .orderBy(desc(evidence.id));
    const owners = (await ownersOf(db, [entryId])).get(entryId);
    return { files, can: { add: can(actor, "evidence.add", owners), remove: can(actor, "evidence.remove", owners) } };
  },
});
