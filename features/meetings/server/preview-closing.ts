import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { bodies } from "@/db/schema/bodies";
import { agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { previewDecisions, reviewOf } from "@/domain/closing";
import { AppError } from "@/domain/errors";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { agendaOrder } from "./lib/agenda-order";
import { readOvertaken, stageAndStatusAt } from "./lib/overtaken";

/**
 * What closing the meeting would do: each pending decision with its entry before and after, or why
 * it cannot be applied, and what else prevents the closing.
 * @throws AppError NOT_FOUND, MEETING_NOT_OPEN
 */
export const previewClosing = defineQuery({
  name: "meeting.previewClosing",
  permission: "meeting.close",
  input: z.object({ meetingId: rowId }),
  run: async ({ db, input: { meetingId }, context }) => {
    const [meeting] = await db
      .select({ state: meetings.state, version: meetings.version, lastOn: meetings.lastOn, body: bodies.actsAs })
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .where(eq(meetings.id, meetingId));
    if (!meeting) throw new AppError("NOT_FOUND");
    if (meeting.state !== "open") throw new AppError("MEETING_NOT_OPEN");
    const waiting = await db
      .select({
        id: decisions.id,
        agendaNo: decisions.agendaNo,
        verbPrinted: decisions.verbPrinted,
        outcome: decisions.outcome,
        entryId: planEntries.id,
        stage: planEntries.stage,
        status: planEntries.status,
        planState: workPlans.state,
        code: activities.code,
        titleEn: activities.titleEn,
        titleLo: activities.titleLo,
        isSample: activities.isSample,
      })
      .from(decisions)
      .innerJoin(planEntries, eq(planEntries.id, decisions.entryId))
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .leftJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
      .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.appliedAt)))
      .orderBy(...agendaOrder, asc(decisions.id));
    const entryIds = [...new Set(waiting.map(({ entryId }) => entryId))];
    const overtaken = await readOvertaken(db, entryIds, meeting.lastOn);
    const currentById = new Map(
      waiting.map(({ entryId, stage, status, planState }) => [
        entryId,
        stageAndStatusAt({ stage, status, isPlanClosed: planState === "closed" }, overtaken, entryId),
      ]),
    );
    const obstacle =
      meeting.lastOn === null ? "MEETING_DAY_UNKNOWN" : meeting.lastOn > today(context) ? "DAY_AHEAD" : null;
    const lines = previewDecisions(waiting, currentById, meeting.body);
    return { version: meeting.version, review: reviewOf(lines), obstacle, lines } as const;
  },
});

export type Closing = Awaited<ReturnType<typeof previewClosing>>;
