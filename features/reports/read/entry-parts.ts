import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { bodies, partners } from "@/db/schema/bodies";
import { entryParties, entryPriorities } from "@/db/schema/entry-parts";
import { decisions, meetings } from "@/db/schema/meetings";
import { agencies, memberStates } from "@/db/schema/member-states";
import { masterplans, outcomes, periods } from "@/db/schema/periods";
import type { Stage } from "@/domain/lifecycle";
import { partyRoles } from "@/domain/vocabulary";
import type { EntryOutcome, Names, Party, Priority, StageDecision } from "../report-data";

/** Groups rows by the id of the row they belong to, in the given order. */
function grouped<T extends { key: number }, V>(rows: readonly T[], value: (row: T) => V): Map<number, V[]> {
  const groups = new Map<number, V[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), value(row)]);
  return groups;
}

const namesOf = (en: string | null, lo: string | null): Names | null => (en === null ? null : { en, lo });

/** Parties of each entry: by role, states in protocol order. */
export async function readParties(db: Database, entryIds: number[]): Promise<Map<number, Party[]>> {
  const rows = await db
    .select({
      key: entryParties.entryId,
      role: entryParties.role,
      stateCode: memberStates.code,
      stateEn: memberStates.nameEn,
      stateLo: memberStates.nameLo,
      agency: sql<string | null>`coalesce(${agencies.abbreviation}, ${agencies.nameEn})`,
      partnerEn: partners.nameEn,
      partnerLo: partners.nameLo,
    })
    .from(entryParties)
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .leftJoin(agencies, eq(agencies.id, entryParties.agencyId))
    .leftJoin(partners, eq(partners.id, entryParties.partnerId))
    .where(inArray(entryParties.entryId, entryIds))
    .orderBy(asc(memberStates.protocolOrder), asc(partners.nameEn), asc(entryParties.id));
  rows.sort((a, b) => partyRoles.indexOf(a.role) - partyRoles.indexOf(b.role));
  return grouped(rows, ({ role, agency, stateCode, stateEn, stateLo, partnerEn, partnerLo }) => ({
    role,
    agency,
    stateCode,
    state: namesOf(stateEn, stateLo),
    partner: namesOf(partnerEn, partnerLo),
  }));
}

/** Priorities of each entry, proposed or granted. */
export async function readPriorities(db: Database, entryIds: number[]): Promise<Map<number, Priority[]>> {
  const rows = await db
    .select({
      key: entryPriorities.entryId,
      kind: entryPriorities.kind,
      state: entryPriorities.state,
      periodEn: periods.nameEn,
      periodLo: periods.nameLo,
      meetingCode: meetings.code,
    })
    .from(entryPriorities)
    .leftJoin(periods, eq(periods.id, entryPriorities.periodId))
    .leftJoin(meetings, eq(meetings.id, entryPriorities.meetingId))
    .where(inArray(entryPriorities.entryId, entryIds))
    .orderBy(asc(entryPriorities.id));
  return grouped(rows, ({ kind, state, periodEn, periodLo, meetingCode }) => ({
    kind,
    state,
    meetingCode,
    period: namesOf(periodEn, periodLo),
  }));
}

/** Decisions of each entry that led to a stage, the newest first. */
export async function readDecisions(
  db: Database,
  entryIds: number[],
): Promise<Map<number, (StageDecision & { stageTo: Stage | null })[]>> {
  const rows = await db
    .select({
      key: decisions.entryId,
      stageTo: decisions.stageTo,
      verb: decisions.verbPrinted,
      meetingCode: meetings.code,
      body: bodies.code,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(and(inArray(decisions.entryId, entryIds), isNotNull(decisions.appliedAt)))
    .orderBy(desc(decisions.id));
  return grouped(rows, ({ key: _key, ...decision }) => decision);
}

/** Desired Outcomes of each activity. */
export async function readOutcomes(db: Database, activityIds: number[]): Promise<Map<number, EntryOutcome[]>> {
  const rows = await db
    .select({
      key: activityOutcomes.activityId,
      masterplan: masterplans.code,
      ordinal: outcomes.ordinal,
      en: outcomes.nameEn,
      lo: outcomes.nameLo,
      loIsTranslation: outcomes.loIsTranslation,
    })
    .from(activityOutcomes)
    .innerJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId))
    .innerJoin(masterplans, eq(masterplans.id, outcomes.masterplanId))
    .where(inArray(activityOutcomes.activityId, activityIds))
    .orderBy(asc(masterplans.code), asc(outcomes.ordinal));
  return grouped(rows, ({ masterplan, ordinal, en, lo, loIsTranslation }) => ({
    masterplan,
    ordinal,
    names: { en, lo, loIsTranslation },
  }));
}
