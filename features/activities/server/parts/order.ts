import "server-only";
import { asc, desc, type SQL, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import type { Locale } from "@/domain/vocabulary";
import type { ActivityColumn } from "../../list-columns";
import { type ActivityListQuery, type SortLevel, sortLevels } from "../../list-query";

/** The place of a word in its list, so that "draft" comes before "approved". */
function placeIn(column: SQL | typeof planEntries.stage, words: readonly string[]): SQL {
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  return sql`array_position(array[${list}]::text[], ${column})`;
}

function titleKey(locale: Locale): SQL {
  // PostgreSQL's "C" order is wrong for Lao; ICU's files a leading vowel under its consonant, and a reader's own script comes first.
  return locale === "lo"
    ? sql`coalesce(${activities.titleLo}, ${activities.titleEn}) collate "lo-x-icu"`
    : sql`coalesce(${activities.titleEn}, ${activities.titleLo}) collate "en-x-icu"`;
}

const keys: Record<ActivityColumn, (locale: Locale) => readonly SQL[]> = {
  code: () => [sql`${activities.code}`],
  title: (locale) => [titleKey(locale)],
  plan: () => [sql`${periods.startsOn}`, sql`${periods.endsOn}`],
  lead: () => [sql`coalesce(${memberStates.protocolOrder}, 99)`],
  stage: () => [placeIn(sql`${planEntries.stage}`, stages)],
  status: () => [placeIn(sql`${planEntries.status}`, statuses)],
  schedule: () => [placeIn(sql`${planEntries.schedule}`, schedules)],
  progress: () => [sql`${planEntries.progress}`],
  updated: () => [sql`${planEntries.lastReportedOn}`],
  start: () => [sql`${planEntries.plannedStartOn}`],
  end: () => [sql`${planEntries.plannedEndOn}`],
  budget: () => [sql`${planEntries.budgetApprovedUsd}`],
};

/** Within one period the ADGSOM-ATRC plan stands before the partners' plans, whichever way the years run. */
const withinPeriod = sql`${partners.code} asc nulls first`;

/** Newest cycle first, then by code: what a desk wants to see when it asks for nothing. */
const firstOrder: readonly SortLevel[] = [
  { key: "plan", direction: "desc" },
  { key: "code", direction: "asc" },
];

/**
 * ORDER BY of the list. Empty values come last in both directions; the id closes it, so that rows alike in every key still have
 * one order and no page repeats or drops one.
 */
export function listOrder(query: Pick<ActivityListQuery, "sort">, locale: Locale): SQL[] {
  const chosen = sortLevels(query);
  const levels = chosen.length > 0 ? chosen : firstOrder;
  const parts = levels.flatMap(({ key, direction }) => [
    ...keys[key](locale).map((part) => sql`${direction === "desc" ? desc(part) : asc(part)} nulls last`),
    ...(key === "plan" ? [withinPeriod] : []),
  ]);
  return [...parts, asc(planEntries.id)];
}
