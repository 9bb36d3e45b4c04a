import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { readOwnDeadlines } from "./lib/own-deadline-lines";

/** The most deadlines that a card shows. */
const most = 100;

/**
 * The deadlines of an entry, or those counted from a meeting's days, soonest first, with their
 * total number.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export const listOwnDeadlines = defineQuery({
  name: "deadline.list",
  permission: "milestone.read",
  input: z.union([z.object({ entryId: rowId }), z.object({ meetingId: rowId })]),
  run: async ({ db, actor, input, context }) => {
    const isOfEntry = "entryId" in input;
    const there = isOfEntry
      ? await db.$count(planEntries, and(eq(planEntries.id, input.entryId), visibleEntries(db, actor)))
      : await db.$count(meetings, eq(meetings.id, input.meetingId));
    if (there === 0) throw new AppError("NOT_FOUND");
    const which = isOfEntry ? eq(milestones.entryId, input.entryId) : eq(milestones.meetingId, input.meetingId);
    const lines = await readOwnDeadlines({ db, actor, today: today(context), limit: most }, which);
    return { lines, total: lines[0]?.total ?? 0, today: today(context), can: { write: can(actor, "milestone.write") } };
  },
});

export type MilestoneList = Awaited<ReturnType<typeof listOwnDeadlines>>;
