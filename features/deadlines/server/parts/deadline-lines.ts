import "server-only";
import { and, gte, lte, ne, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { addDays, latestDay } from "@/domain/days";
import { ruleBounds } from "@/domain/deadline-rules";
import type { DeadlineState, MeetingDays } from "@/domain/milestones";
import type { Actor } from "@/domain/roles";
import type { DeadlineKind } from "../../deadlines-query";
import { readMilestones } from "./milestone-lines";
import { readRuleLines } from "./rule-lines";

type Named = { id: number; code: string; en: string | null; lo: string | null };

/** A day that matters, of whichever kind. Days are `YYYY-MM-DD`. */
export type DeadlineLine = {
  /** Stays the same while the row lives: `milestone-7`, `meeting-3`, `completion_report-12`. */
  key: string;
  kind: DeadlineKind;
  /** Of meetings the first day. */
  dueOn: string;
  /** Of meetings the last day; else the same day. */
  endOn: string;
  doneOn: string | null;
  state: DeadlineState;
  /** Reckoned from a planned end. */
  isPlanned: boolean;
  /** As people wrote it; the rules' kinds have words of their own. */
  titleEn: string | null;
  titleLo: string | null;
  entry: Named | null;
  meeting: Named | null;
  /** Of meetings, as far as they are known. */
  days: MeetingDays | null;
  milestoneId: number | null;
  isSample: boolean;
  isConfidential: boolean;
  version: number;
};

type Scope = { db: Database; actor: Actor; today: string };
type Window = { from: string; to: string };

/** The most rows of one kind; who has more narrows the days. */
export const mostOfAKind = 1000;

/** Everything that the actor sees between two days, meetings among it, in no order. */
export async function readDeadlines(scope: Scope, window: Window): Promise<{ lines: DeadlineLine[]; isCut: boolean }> {
  const parts = await Promise.all([
    milestonesBetween(scope, window),
    meetingsBetween(scope, window),
    ruledBetween(scope, window),
  ]);
  return { lines: parts.flatMap(({ lines }) => lines), isCut: parts.some(({ isCut }) => isCut) };
}

/** Nobody waits for what was given up. */
const isAsked = sql`coalesce(${planEntries.status}, 'ongoing') <> 'cancelled'
  and coalesce(${planEntries.stage}, 'draft') not in ('withdrawn', 'merged', 'not_supported')`;

async function milestonesBetween(scope: Scope, { from, to }: Window) {
  const between = and(gte(milestones.dueOn, from), lte(milestones.dueOn, to), isAsked);
  const rows = await readMilestones({ ...scope, limit: mostOfAKind + 1 }, between);
  const lines = rows.slice(0, mostOfAKind).map((row): DeadlineLine => {
    const { id, titleEn, titleLo, doneOn, state, isSample, isConfidential, version, entryId, code } = row;
    const { meetingId, meetingCode, meetingEn, meetingLo } = row;
    const dueOn = row.dueOn ?? from;
    return {
      ...{ key: `milestone-${id}`, kind: "milestone", dueOn, endOn: dueOn, doneOn, state, isPlanned: false },
      ...{ titleEn, titleLo, isSample, isConfidential, version, milestoneId: id, days: null },
      entry: entryId === null ? null : { id: entryId, code: code ?? "", en: row.entryEn, lo: row.entryLo },
      meeting: meetingId === null ? null : { id: meetingId, code: meetingCode ?? "", en: meetingEn, lo: meetingLo },
    };
  });
  return { lines, isCut: rows.length > mostOfAKind };
}

/** A meeting whose days are known only so far stands on the latest that they can be. */
async function meetingsBetween({ db, today }: Scope, { from, to }: Window) {
  // A month and a week are the widest that a day can be off.
  const near = and(
    gte(sql`coalesce(${meetings.lastOn}, ${meetings.firstOn})`, addDays(from, -31)),
    lte(sql`coalesce(${meetings.firstOn}, ${meetings.lastOn})`, to),
  );
  const rows = await db.select().from(meetings).where(near).orderBy(meetings.lastOn, meetings.id).limit(mostOfAKind);
  const lines = rows.flatMap((row): DeadlineLine[] => {
    const [first, last] = [latestDay(row.firstOn, row.firstPrecision), latestDay(row.lastOn, row.lastPrecision)];
    const endOn = last ?? first;
    if (endOn === null) return [];
    const dueOn = first !== null && first <= endOn ? first : endOn;
    if (endOn < from || dueOn > to) return [];
    const { id, code, titleEn, titleLo, isSample, version } = row;
    const state = endOn < today ? "done" : "open";
    return [
      {
        ...{ key: `meeting-${id}`, kind: "meeting", dueOn, endOn, doneOn: null, state, isPlanned: false },
        ...{ titleEn, titleLo, isSample, isConfidential: false, version, milestoneId: null, entry: null },
        ...{ meeting: { id, code, en: titleEn, lo: titleLo }, days: row },
      },
    ];
  });
  return { lines, isCut: rows.length === mostOfAKind };
}

/** First the entries of which a rule may ask something in these days, then what it asks. */
async function ruledBetween(scope: Scope, { from, to }: Window) {
  const end = sql`coalesce(${planEntries.actualEndOn}, ${planEntries.plannedEndOn})`;
  const nextYear = sql`extract(year from ${periods.endsOn}) + 1`;
  const which = or(
    and(gte(end, addDays(from, -ruleBounds.completionReportDays.max)), lte(end, to)),
    and(
      ne(sql`coalesce(${planEntries.fund}, '')`, ""),
      sql`${nextYear} between ${Number(from.slice(0, 4))} and ${Number(to.slice(0, 4))}`,
    ),
  );
  const rows = await readRuleLines({ ...scope, limit: mostOfAKind }, which);
  const lines = rows.flatMap((row): DeadlineLine[] => {
    const { kind, dueOn, state, isPlanned, entryId, code, entryEn, entryLo, isSample, isConfidential, version } = row;
    if (dueOn === null || dueOn < from || dueOn > to) return [];
    // The work has not ended as planned, so nothing is asked yet.
    if (isPlanned && dueOn < scope.today) return [];
    return [
      {
        ...{ key: `${kind}-${entryId}`, kind, dueOn, endOn: dueOn, doneOn: null, state, isPlanned },
        ...{ titleEn: null, titleLo: null, milestoneId: null, meeting: null, days: null },
        ...{ isSample, isConfidential, version },
        entry: { id: entryId, code, en: entryEn, lo: entryLo },
      },
    ];
  });
  return { lines, isCut: new Set(rows.map(({ entryId }) => entryId)).size === mostOfAKind };
}
