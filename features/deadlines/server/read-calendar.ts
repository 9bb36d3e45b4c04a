import "server-only";
import { z } from "zod";
import { addDays } from "@/domain/days";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { readSetting } from "@/server/settings";
import { describeDeadlines } from "./lib/deadline-lines";
import { selectDeadlines } from "./lib/deadline-rows";
import { deadlineRules } from "./lib/rules";

/**
 * The range of days of a calendar before and after today, and its most events. Those nearest to
 * today are included.
 */
const span = { before: 365, after: 730 };
const most = 2_000;

/**
 * The content of the person's calendar: meetings, and what is still due. Confidential entries are
 * left out for everyone, because a calendar program copies the content to other systems.
 */
export const readCalendar = defineQuery({
  name: "calendar.read",
  permission: "calendar.read",
  input: z.object({}),
  run: async ({ db, actor, context }) => {
    const day = today(context);
    const window = { from: addDays(day, -span.before), to: addDays(day, span.after) };
    const scope = { db, actor, today: day };
    const wanted = { window, isPublic: true, order: "nearest", limit: most, offset: 0 } as const;
    const [due, met] = [
      await selectDeadlines(scope, { ...wanted, kind: null, state: null }),
      await selectDeadlines(scope, { ...wanted, kind: "meeting", state: "done" }),
    ];
    const lines = await describeDeadlines(scope, [...due, ...met]);
    const { disbursedPercent } = (await readSetting(db, deadlineRules)).value;
    return {
      lines: lines.sort((a, b) => a.dueOn.localeCompare(b.dueOn, "en") || a.key.localeCompare(b.key, "en")),
      /** True if more is due than the calendar includes. */
      isCut: (due[0]?.total ?? 0) > due.length,
      disbursedPercent,
    };
  },
});

export type CalendarContent = Awaited<ReturnType<typeof readCalendar>>;
