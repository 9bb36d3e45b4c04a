import "server-only";
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { papers } from "@/db/schema/evidence";
import { meetings } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readablePapers } from "./lib/readable-papers";

/**
 * The documents of a meeting and of its agenda items, in the order in which they were added.
 * @throws AppError NOT_FOUND
 */
export const listPapers = defineQuery({
  name: "paper.list",
  permission: "paper.read",
  input: z.object({ meetingId: rowId }),
  run: async ({ db, actor, input: { meetingId } }) => {
    if ((await db.$count(meetings, eq(meetings.id, meetingId))) === 0) throw new AppError("NOT_FOUND");
    const { id, agendaItemId, audience, fileName, size, note, addedByName, isSample, createdAt } = papers;
    const files = await db
      .select({ id, agendaItemId, audience, fileName, size, note, addedByName, isSample, createdAt })
      .from(papers)
      .where(readablePapers(actor, meetingId))
      .orderBy(asc(papers.id));
    return { files, can: { write: can(actor, "paper.write") } };
  },
});

export type PaperList = Awaited<ReturnType<typeof listPapers>>;
export type PaperLine = PaperList["files"][number];
