import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { papers } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { putInBin } from "@/server/bin/put-in-bin";
import { defineCommand } from "@/server/define";
import { RemovePaperInput } from "../schema";

/**
 * Removes a document of a meeting: it is hidden, and the row stays for the audit.
 * @throws AppError NOT_FOUND
 */
export const removePaper = defineCommand({
  name: "paper.remove",
  permission: "paper.write",
  input: RemovePaperInput,
  run: async ({ tx, input: { meetingId, paperId }, context }) => {
    const here = and(eq(papers.id, paperId), eq(papers.meetingId, meetingId), isNull(papers.removedAt));
    const [row] = await tx.update(papers).set({ removedAt: context.now }).where(here).returning();
    if (!row) throw new AppError("NOT_FOUND");
    const { agendaItemId, audience, fileName, sha256 } = row;
    await putInBin(tx, context, { kind: "paper", subjectId: paperId, ofId: meetingId, nameEn: fileName });
    const before = { meetingId, agendaItemId, audience, fileName, sha256 };
    return { result: null, audit: { subject: "papers", subjectId: paperId, before } };
  },
});
