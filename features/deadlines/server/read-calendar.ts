import "server-only";
import { z } from "zod";
import { addDays } from "@/domain/days";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { readSetting } from "@/server/settings";
import { readDeadlines } from "./parts/deadline-lines";
import { deadlineRules } from "./parts/rules";

/** The days before and after today that a calendar holds. */
const span = { before: 365, after: 730 };

/**
 * What the person's calendar holds: meetings, and what is still due. Whatever is confidential stays inside the desk: a calendar program
 * takes this elsewhere.
 */
export const readCalendar = defineQuery({
  name: "calendar.read",
  permission: "calendar.read",
  input: z.object({}),
  run: async ({ db, actor, context }) => {
    const day = today(context);
    const window = { from: addDays(day, -span.before), to: addDays(day, span.after) };
    const { lines } = await readDeadlines({ db, actor, today: day }, window);
    const { disbursedPercent } = (await readSetting(db, deadlineRules)).value;
    const held = lines.filter(
      ({ kind, state, isConfidential }) => !isConfidential && (kind === "meeting" || state !== "done"),
    );
    return {
      lines: held.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.key.localeCompare(b.key)),
      disbursedPercent,
    };
  },
});

export type CalendarContent = Awaited<ReturnType<typeof readCalendar>>;
