import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { papers } from "@/db/schema/evidence";
import { agendaItems, meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { meetingPapersLimit } from "@/domain/evidence";
import { defineCommand } from "@/server/define";
import { AddPaperInput } from "../schema";
import { type Hanging, keepContent, readUpload, refuseBeyond } from "./lib/store-file";

/**
 * Adds a document to a meeting, or to one item of its agenda. This is possible after the meeting is
 * closed too, because documents often arrive late.
 * @throws AppError NOT_FOUND, ALREADY_EXISTS; INVALID_INPUT at `agendaItemId`, or with
 *   MEETING_FILES_FULL or MEETING_SIZE_FULL for `file`; see `checkFile`
 */
export const addPaper = defineCommand({
  name: "paper.add",
  permission: "paper.write",
  input: AddPaperInput,
  load: ({ tx, input }) => lockMeeting(tx, input.meetingId),
  run: async ({ tx, actor, input: { meetingId, agendaItemId, audience, note, file } }) => {
    if (agendaItemId !== null) await refuseOtherPoint(tx, meetingId, agendaItemId);
    const upload = await readUpload(file);
    const { sha256, size } = upload.attached;
    const codes = { files: "MEETING_FILES_FULL", bytes: "MEETING_SIZE_FULL" } as const;
    refuseBeyond(await countAttached(tx, meetingId, sha256), size, meetingPapersLimit, codes);
    await keepContent(tx, upload);
    const columns = { meetingId, agendaItemId, audience, ...upload.attached };
    const [row] = await tx
      .insert(papers)
      .values({ ...columns, note, addedBy: actor.userId, addedByName: actor.name, isSample: actor.isSample })
      .returning({ id: papers.id });
    if (!row) throw new AppError("INTERNAL");
    return {
      result: { paperId: row.id },
      audit: { subject: "papers", subjectId: row.id, after: { ...columns, remark: note } },
    };
  },
});

/**
 * Locks the meeting, so that simultaneous uploads cannot exceed the limits together.
 * @throws AppError NOT_FOUND
 */
async function lockMeeting(tx: Transaction, meetingId: number): Promise<void> {
  const [meeting] = await tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.id, meetingId)).for("update");
  if (!meeting) throw new AppError("NOT_FOUND");
}

async function refuseOtherPoint(tx: Transaction, meetingId: number, itemId: number): Promise<void> {
  const here = and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId));
  if ((await tx.$count(agendaItems, here)) === 0)
    throw new AppError("INVALID_INPUT", { fields: [{ field: "agendaItemId", code: "UNKNOWN_CHOICE" }] });
}

async function countAttached(tx: Transaction, meetingId: number, sha256: string): Promise<Hanging> {
  const [has] = await tx
    .select({
      files: sql<number>`count(*)::int`,
      bytes: sql`coalesce(sum(${papers.size}), 0)`.mapWith(Number),
      same: sql<number>`(count(*) filter (where ${eq(papers.sha256, sha256)}))::int`,
    })
    .from(papers)
    .where(and(eq(papers.meetingId, meetingId), isNull(papers.removedAt)));
  return has ?? { files: 0, bytes: 0, same: 0 };
}
