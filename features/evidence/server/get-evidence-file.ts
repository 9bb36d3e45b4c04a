import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { evidence } from "@/db/schema/evidence";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { readContent } from "./lib/read-content";

export type EvidenceFile = { fileName: string; mediaType: string; content: Buffer };

/**
 * A file of an entry with its content.
 * @throws AppError NOT_FOUND, also if it was removed or belongs to an entry that the actor may not
 *   see
 */
export const getEvidenceFile = defineQuery({
  name: "evidence.get",
  permission: "evidence.read",
  input: z.object({ entryId: rowId, evidenceId: rowId }),
  run: async ({ db, actor, input: { entryId, evidenceId } }): Promise<EvidenceFile> => {
    const [file] = await db
      .select({
        fileName: evidence.fileName,
        mediaType: evidence.mediaType,
        sha256: evidence.sha256,
        size: evidence.size,
      })
      .from(evidence)
      .innerJoin(planEntries, eq(planEntries.id, evidence.entryId))
      .where(
        and(
          ...[eq(evidence.id, evidenceId), eq(evidence.entryId, entryId)],
          ...[isNull(evidence.removedAt), visibleEntries(db, actor)],
        ),
      );
    if (!file) throw new AppError("NOT_FOUND");
    const { fileName, mediaType } = file;
    return { fileName, mediaType, content: await readContent(db, file) };
  },
});
