import "server-only";
import { z } from "zod";
import { addDays } from "@/domain/days";
import { AppError } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { readSetting } from "@/server/settings";
import type { DeadlinesQuery } from "../deadlines-query";
import { type DeadlineLine, readDeadlines } from "./parts/deadline-lines";
import { deadlineRules } from "./parts/rules";

const pageSize = 50;
/** The days before and after today that are shown where none are chosen. */
const usual = { before: 365, after: 365 };

const Input = z.object({ query: z.custom<DeadlinesQuery>((value) => typeof value === "object" && value !== null) });

/**
 * A page of the days that matter, as far as the actor sees them: deadlines that people set, what the rules ask, and meetings.
 * @throws AppError NOT_FOUND beyond the last page
 */
export const listDeadlines = defineQuery({
  name: "deadlines.list",
  permission: "milestone.read",
  input: Input,
  run: async ({ db, actor, context, input: { query } }) => {
    const day = today(context);
    const window = { from: query.from ?? addDays(day, -usual.before), to: query.to ?? addDays(day, usual.after) };
    const { lines, isCut } = await readDeadlines({ db, actor, today: day }, window);
    const chosen = lines.filter((line) => fits(line, query)).sort(inOrder(query, context.locale));
    const offset = (query.page - 1) * pageSize;
    const rows = chosen.slice(offset, offset + pageSize);
    if (rows.length === 0 && query.page > 1) throw new AppError("NOT_FOUND");
    const total = chosen.length;
    const shown = { from: rows.length === 0 ? 0 : offset + 1, to: offset + rows.length };
    const { disbursedPercent } = (await readSetting(db, deadlineRules)).value;
    const pageCount = Math.max(1, Math.ceil(total / pageSize));
    return { rows, total, ...shown, pageCount, isCut, window, today: day, disbursedPercent };
  },
});

export type DeadlinesPage = Awaited<ReturnType<typeof listDeadlines>>;

/** What is over shows itself only when it is asked for. */
function fits({ kind, state }: DeadlineLine, query: DeadlinesQuery): boolean {
  const isState = query.state === null ? state !== "done" : state === query.state;
  return isState && (query.kind === null || kind === query.kind);
}

function inOrder({ sort }: DeadlinesQuery, locale: Locale): (a: DeadlineLine, b: DeadlineLine) => number {
  const own = (en: string | null, lo: string | null) => (locale === "lo" ? (lo ?? en) : (en ?? lo)) ?? "";
  const keyOf = {
    day: (line: DeadlineLine) => line.dueOn,
    title: (line: DeadlineLine) => own(line.titleEn, line.titleLo) || line.kind,
    of: (line: DeadlineLine) => line.entry?.code ?? line.meeting?.code ?? "",
  }[sort.key];
  const direction = sort.direction === "asc" ? 1 : -1;
  return (a, b) =>
    direction * keyOf(a).localeCompare(keyOf(b), locale) ||
    a.dueOn.localeCompare(b.dueOn) ||
    a.key.localeCompare(b.key);
}
