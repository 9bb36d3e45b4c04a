import "server-only";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryPriorities } from "@/db/schema/entry-parts";
import { memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { signals } from "@/domain/signals";
import { priorityKinds } from "@/domain/vocabulary";
import type { FacetName } from "../../list-columns";
import type { Beside } from "./select";

/** A value of a facet. Reference data has names; the words of closed lists are the component's. */
export type NamedChoice = { value: string; nameEn: string | null; nameLo: string | null };

const wordsOf = (words: readonly string[]): NamedChoice[] =>
  words.map((value) => ({ value, nameEn: null, nameLo: null }));

type Facet = {
  /** The grouping key; signals have none, because they are conditions. */
  key?: AnyPgColumn | SQL;
  choices: (db: Database) => Promise<NamedChoice[]> | NamedChoice[];
  /** The joined tables that the key refers to. */
  beside?: readonly Beside[];
  /** True if an entry can have the same choice more than once. */
  isRepeated?: true;
};

/** How each facet is read: its choices, and the key by which entries are grouped. */
export const facets: Record<FacetName, Facet> = {
  period: { key: periods.code, beside: ["plan"], choices: (db) => named(db, periods, periods.startsOn) },
  plan: {
    key: planEntries.workPlanId,
    choices: (db) =>
      db
        .select({ value: sql<string>`${workPlans.id}::text`, nameEn: workPlans.titleEn, nameLo: workPlans.titleLo })
        .from(workPlans)
        .innerJoin(periods, eq(periods.id, workPlans.periodId))
        .orderBy(asc(periods.startsOn), asc(workPlans.id)),
  },
  stage: { key: planEntries.stage, choices: () => wordsOf([...stages, "none"]) },
  status: { key: planEntries.status, choices: () => wordsOf([...statuses, "none"]) },
  schedule: { key: planEntries.schedule, choices: () => wordsOf([...schedules, "none"]) },
  state: {
    key: memberStates.code,
    beside: ["lead"],
    choices: async (db) => [...(await named(db, memberStates, memberStates.protocolOrder)), ...wordsOf(["none"])],
  },
  owner: {
    key: sql`owner_state.code`,
    isRepeated: true,
    choices: (db) => named(db, memberStates, memberStates.protocolOrder),
  },
  partner: { key: sql`any_partner.code`, beside: ["plan"], choices: (db) => named(db, partners, partners.nameEn) },
  outcome: {
    key: outcomes.code,
    choices: async (db) => [...(await named(db, outcomes, outcomes.id)), ...wordsOf(["none"])],
  },
  priority: { key: entryPriorities.kind, isRepeated: true, choices: () => wordsOf(priorityKinds) },
  signal: { beside: ["referenceDate"], choices: () => wordsOf(signals) },
  sample: {
    key: sql`case when ${activities.isSample} then 'yes' else 'no' end`,
    beside: ["activity"],
    choices: () => wordsOf(["yes", "no"]),
  },
};

type NamedTable = typeof periods | typeof memberStates | typeof partners | typeof outcomes;

function named(db: Database, table: NamedTable, order: AnyPgColumn): Promise<NamedChoice[]> {
  return db.select({ value: table.code, nameEn: table.nameEn, nameLo: table.nameLo }).from(table).orderBy(asc(order));
}
