import "server-only";
import { asc, desc, type SQL, sql } from "drizzle-orm";
import { inOrderOf } from "@/db/order";
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

/** The position of a value in its list, so that "draft" sorts before "approved". */
function placeIn(column: SQL | typeof planEntries.stage, words: readonly string[]): SQL {
  const list = sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
  return sql`array_position(array[${list}]::text[], ${column})`;
}

function titleKey(locale: Locale): SQL {
  return locale === "lo"
    ? inOrderOf(locale, sql`coalesce(${activities.titleLo}, ${activities.titleEn})`)
    : inOrderOf(locale, sql`coalesce(${activities.titleEn}, ${activities.titleLo})`);
}

type Key = {
  parts: (locale: Locale) => readonly SQL[];
  /** The joined tables that the key refers to. */
  beside?: Beside;
  /** True if no row lacks the value, so that one index serves both directions. */
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

/** Within one period the ADGSOM-ATRC plan comes before the partners' plans, in either direction. */
const withinPeriod = sql`${partners.code} asc nulls first`;

/** Default order: latest cycle first, then by code. */
const firstOrder: readonly SortLevel[] = [
  { key: "plan", direction: "desc" },
  { key: "code", direction: "asc" },
];

type Sorted = Pick<ActivityListQuery, "sort">;

function levelsOf(query: Sorted): readonly SortLevel[] {
  const chosen = sortLevels(query);
  return chosen.length > 0 ? chosen : firstOrder;
}

/** The joined tables that the order refers to. */
export function orderBeside(query: Sorted): Beside[] {
  return levelsOf(query).flatMap(({ key }) => keys[key].beside ?? []);
}

/**
 * ORDER BY of the list. Empty values are last in both directions. The id is the last key, so that
 * rows with equal keys have a fixed order and no page repeats or loses one.
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
