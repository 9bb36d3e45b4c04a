import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { apiTokens } from "@/db/schema/api";
import { bodies, funds, partners } from "@/db/schema/bodies";
import { comments } from "@/db/schema/comments";
import { entryStates } from "@/db/schema/entry-parts";
import { evidence, papers } from "@/db/schema/evidence";
import { instruments } from "@/db/schema/instruments";
import { agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { agencies, memberStates } from "@/db/schema/member-states";
import { calendarFeeds, milestones } from "@/db/schema/milestones";
import { enablingActions, masterplans, outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { rounds } from "@/db/schema/rounds";
import { savedViews } from "@/db/schema/saved-views";
import { sources } from "@/db/schema/sources";
import { entryVersions, updates } from "@/db/schema/updates";
import { users } from "@/db/schema/users";
import { workPlans } from "@/db/schema/work-plans";
import { type RowKind, type RowName, type RowNames, type RowReference, rowKey } from "@/domain/row-names";

type Columns = {
  from: SQLWrapper;
  key: SQLWrapper;
  en: SQLWrapper;
  lo?: SQLWrapper;
  day?: SQLWrapper;
  place?: SQLWrapper;
  /** True if `from` contains `plan_entries`, on which conditions apply. */
  isOfEntry?: true;
};

const entries = sql`${planEntries} join ${activities} on ${activities.id} = ${planEntries.activityId}`;
const ofEntry = { en: activities.code, place: planEntries.id, isOfEntry: true } as const;

type Named = { id: SQLWrapper; nameEn: SQLWrapper; nameLo: SQLWrapper };
const named = (table: Named & SQLWrapper): Columns => ({
  from: table,
  key: table.id,
  en: table.nameEn,
  lo: table.nameLo,
});

const numbered = (first: SQLWrapper, second: SQLWrapper) =>
  sql`concat_ws(' ', ${agendaItems.no}, coalesce(${first}, ${second}))`;

/** How each kind of row is named. */
const columnsOf: Readonly<Record<RowKind, Columns>> = {
  activity: { from: activities, key: activities.id, en: activities.code },
  agency: named(agencies),
  agendaItem: {
    from: agendaItems,
    key: agendaItems.id,
    en: numbered(agendaItems.titleEn, agendaItems.titleLo),
    lo: numbered(agendaItems.titleLo, agendaItems.titleEn),
  },
  body: named(bodies),
  calendarFeed: {
    from: sql`${calendarFeeds} join ${users} on ${users.id} = ${calendarFeeds.userId}`,
    key: calendarFeeds.id,
    en: users.name,
  },
  comment: {
    from: sql`${entries} join ${comments} on ${comments.entryId} = ${planEntries.id}`,
    key: comments.id,
    ...ofEntry,
  },
  deadline: {
    from: milestones,
    key: milestones.id,
    en: sql`coalesce(${milestones.titleEn}, ${milestones.titleLo})`,
    lo: milestones.titleLo,
    day: milestones.dueOn,
  },
  decision: {
    from: sql`${decisions} join ${meetings} on ${meetings.id} = ${decisions.meetingId}`,
    key: decisions.id,
    en: sql`${meetings.code} || ': ' || ${decisions.verbPrinted}`,
  },
  draft: {
    from: sql`${entries} join ${roundDrafts} on ${roundDrafts.entryId} = ${planEntries.id}`,
    key: roundDrafts.id,
    ...ofEntry,
    place: roundDrafts.roundId,
  },
  entry: { from: entries, key: planEntries.id, ...ofEntry },
  enablingAction: named(enablingActions),
  fund: named(funds),
  evidence: { from: evidence, key: evidence.id, en: evidence.fileName, place: evidence.entryId },
  instrument: { ...named(instruments), place: instruments.partnerId },
  masterplan: named(masterplans),
  meeting: { from: meetings, key: meetings.id, en: meetings.titleEn, lo: meetings.titleLo },
  outcome: named(outcomes),
  paper: { from: papers, key: papers.id, en: papers.fileName, place: papers.meetingId },
  partner: named(partners),
  period: named(periods),
  periodCode: { ...named(periods), key: periods.code },
  person: { from: users, key: users.id, en: users.name },
  plan: { from: workPlans, key: workPlans.id, en: workPlans.titleEn, lo: workPlans.titleLo },
  round: {
    from: sql`${rounds} join ${meetings} on ${meetings.id} = ${rounds.meetingId}`,
    key: rounds.id,
    en: meetings.titleEn,
    lo: meetings.titleLo,
  },
  share: {
    from: sql`${entries} join ${entryStates} on ${entryStates.entryId} = ${planEntries.id}
      join ${memberStates} on ${memberStates.id} = ${entryStates.memberStateId}`,
    key: entryStates.id,
    ...ofEntry,
    en: sql`${activities.code} || ', ' || ${memberStates.nameEn}`,
    lo: sql`${activities.code} || ', ' || ${memberStates.nameLo}`,
  },
  source: { from: sources, key: sources.id, en: sources.title },
  state: named(memberStates),
  token: { from: apiTokens, key: apiTokens.id, en: apiTokens.name },
  update: {
    from: sql`${entries} join ${updates} on ${updates.entryId} = ${planEntries.id}`,
    key: updates.id,
    ...ofEntry,
    day: updates.reportedOn,
  },
  view: { from: savedViews, key: savedViews.id, en: savedViews.name },
};

/**
 * The names of the given rows, of all kinds in one query. A row that does not exist has none.
 * @param seen condition on `plan_entries`; entries outside of it are not named
 */
export async function readRowNames(
  db: Database | Transaction,
  references: readonly RowReference[],
  seen?: SQL,
): Promise<RowNames> {
  const keysOf = new Map<RowKind, Set<string>>();
  for (const { kind, id } of references) keysOf.set(kind, (keysOf.get(kind) ?? new Set()).add(String(id)));
  if (keysOf.size === 0) return new Map();
  const selects = [...keysOf].map(([kind, keys]) => namesOf(kind, [...keys], seen));
  const entryIds = keysOf.get("entry");
  if (entryIds && !seen) selects.push(removedEntries([...entryIds]));
  const { rows } = await db.execute<{ kind: RowKind; key: string } & RowName>(sql.join(selects, sql` union all `));
  return new Map(
    rows.map(({ kind, key, en, lo, day, placeId }) => [rowKey({ kind, id: key }), { en, lo, day, placeId }]),
  );
}

const nothing = sql`null`;

function namesOf(kind: RowKind, keys: readonly string[], seen: SQL | undefined): SQL {
  const { from, key, en, lo = nothing, day = nothing, place = nothing, isOfEntry } = columnsOf[kind];
  const wanted = kind === "periodCode" ? sql`${sql.param(keys)}::text[]` : sql`${sql.param(keys)}::integer[]`;
  return sql`select ${kind}::text as kind, ${key}::text as key, ${en}::text as en, ${lo}::text as lo,
      ${day}::text as day, ${place}::integer as "placeId"
    from ${from} where ${key} = any(${wanted})${isOfEntry && seen ? sql` and ${seen}` : sql``}`;
}

/** Removed drafts keep their code in their history; there is no page for them. */
function removedEntries(ids: readonly string[]): SQL {
  const isThere = sql`select 1 from ${planEntries} where ${planEntries.id} = ${entryVersions.entryId}`;
  return sql`select 'entry'::text, ${entryVersions.entryId}::text, ${entryVersions.snapshot} -> 'activity' ->> 'code',
      null, null, null::integer
    from ${entryVersions}
    where ${entryVersions.isRemoval} and not exists (${isThere})
      and ${entryVersions.entryId} = any(${sql.param(ids)}::integer[])`;
}
