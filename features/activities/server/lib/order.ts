import "server-only";
import { asc, desc, type SQL, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import type { Locale } from "@/domain/vocabulary";
import type { ActivityListQuery } from "@/features/activities/list-address";
import type { ActivityColumn } from "@/features/activities/list-columns";
import { type SortLevel, sortLevels } from "@/features/activities/list-state";
import type { Beside } from "./select";

/** The place of a word in its list, so that "draft" comes before "approved". */
function placeIn(column: SQL | typeof planEntries.stage, words: readonly string[]): SQL {
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  return sql`array_position(array[${list}]::text[], ${column})`;
}

function titleKey(locale: Locale): SQL {
  // PostgreSQL's "C" order is wrong for Lao; ICU's files a leading vowel under its consonant, and a
  // reader's own script comes first.
  return locale === "lo"
    ? sql`coalesce(${activities.titleLo}, ${activities.titleEn}) collate "lo-x-icu"`
    : sql`coalesce(${activities.titleEn}, ${activities.titleLo}) collate "en-x-icu"`;
}

type Key = {
  parts: (locale: Locale) => readonly SQL[];
  /** What it speaks of beside the entry. */
  beside?: Beside;
  /** No row is without it, so one index serves both directions. */
  isFilled?: true;
};

const keys: Record<ActivityColumn, Key> = {
  code: { parts: () => [sql`${activities.code}`], beside: "activity", isFilled: true },
  title: { parts: (locale) => [titleKey(locale)], beside: "activity", isFilled: true },
  plan: { parts: () => [sql`${periods.startsOn}`, sql`${periods.endsOn}`], beside: "plan" },
  lead: { parts: () => [sql`coalesce(${memberStates.protocolOrder}, 99)`], beside: "lead" },
  stage: { parts: () => [placeIn(sql`${planEntries.stage}`, stages)] },
  status: { parts: () => [placeIn(sql`${planEntries.status}`, statuses)] },
  schedule: { parts: () => [placeIn(sql`${planEntries.schedule}`, schedules)] },
  progress: { parts: () => [sql`${planEntries.progress}`] },
  updated: { parts: () => [sql`${planEntries.lastReportedOn}`] },
  start: { parts: () => [sql`${planEntries.plannedStartOn}`] },
  end: { parts: () => [sql`${planEntries.plannedEndOn}`] },
  budget: { parts: () => [sql`${planEntries.budgetApprovedUsd}`] },
};

/**
 * Within one period the ADGSOM-ATRC plan stands before the partners' plans, whichever way the years
 * run.
 */
const withinPeriod = sql`${partners.code} asc nulls first`;

/** Newest cycle first, then by code: what a desk wants to see when it asks for nothing. */
const firstOrder: readonly SortLevel[] = [
  { key: "plan", direction: "desc" },
  { key: "code", direction: "asc" },
];

type Sorted = Pick<ActivityListQuery, "sort">;

function levelsOf(query: Sorted): readonly SortLevel[] {
  const chosen = sortLevels(query);
  return chosen.length > 0 ? chosen : firstOrder;
}

/** The tables beside the entry that the order speaks of. */
export function orderBeside(query: Sorted): Beside[] {
  return levelsOf(query).flatMap(({ key }) => keys[key].beside ?? []);
}

/**
 * ORDER BY of the list. Empty values come last in both directions; the id closes it, so that rows
 * alike in every key still have one order and no page repeats or drops one.
 */
export function listOrder(query: Sorted, locale: Locale): SQL[] {
  const parts = levelsOf(query).flatMap(({ key, direction }) => {
    const { parts: own, isFilled } = keys[key];
    const turned = own(locale).map((part) => (direction === "desc" ? desc(part) : asc(part)));
    return [
      ...turned.map((part) => (isFilled ? part : sql`${part} nulls last`)),
      ...(key === "plan" ? [withinPeriod] : []),
    ];
  });
  return [...parts, asc(planEntries.id)];
}
