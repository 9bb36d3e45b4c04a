import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activityOutcomes } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryPriorities, entryStates } from "@/db/schema/entry-parts";
import { meetings } from "@/db/schema/meetings";
import { agencies, memberStates } from "@/db/schema/member-states";
import { outcomes, periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Status } from "@/domain/lifecycle";
import { isMemberOn } from "@/domain/member-states";
import { can, type OwnedRow, owns } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import type { EntryStateRole, PartyRole, PriorityKind, PriorityState } from "@/domain/vocabulary";
import { referenceDates } from "@/server/register/reference-date";
import { lastWord, owesReport, waitingDays } from "@/server/register/shares";

/** A name in both languages; Lao may be missing. */
export type Named = { en: string; lo: string | null };

export type PartyLine = {
  role: PartyRole;
  code: string;
  isState: boolean;
  /** Null for a member state. */
  partnerId: number | null;
  name: Named;
  agency: Named | null;
};

/** The parties of the entry, in the order of the roles. */
export async function readParties(db: Database, entryId: number): Promise<PartyLine[]> {
  const rows = await db
    .select({
      role: entryParties.role,
      stateCode: memberStates.code,
      stateEn: memberStates.nameEn,
      stateLo: memberStates.nameLo,
      partnerId: entryParties.partnerId,
      partnerCode: partners.code,
      partnerEn: partners.nameEn,
      partnerLo: partners.nameLo,
      agencyEn: agencies.nameEn,
      agencyLo: agencies.nameLo,
    })
    .from(entryParties)
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .leftJoin(partners, eq(partners.id, entryParties.partnerId))
    .leftJoin(agencies, eq(agencies.id, entryParties.agencyId))
    .where(eq(entryParties.entryId, entryId))
    .orderBy(asc(memberStates.protocolOrder), asc(partners.nameEn));
  return rows.map((row) => ({
    role: row.role,
    code: row.stateCode ?? row.partnerCode ?? "",
    isState: row.stateCode !== null,
    partnerId: row.partnerId,
    name: { en: row.stateEn ?? row.partnerEn ?? "", lo: row.stateLo ?? row.partnerLo },
    agency: row.agencyEn === null ? null : { en: row.agencyEn, lo: row.agencyLo },
  }));
}

export type StateCell = {
  memberStateId: number;
  code: string;
  name: Named;
  /**
   * True if it is a member on the last day of the plan's period. Other states are listed if they
   * have a share.
   */
  isMember: boolean;
  /** Null if it has no share in this entry. */
  role: EntryStateRole | null;
  status: Status | null;
  note: string | null;
  focalPoint: string | null;
  lastReportedOn: string | null;
  /** Days without a report, if these are more than the setting allows; otherwise null. */
  silentDays: number | null;
  version: number;
  /**
   * True if the actor may read the state's report. In entries of others a focal point sees only the
   * role.
   */
  isOpen: boolean;
  can: { report: boolean };
};

/** The period's last day and today, `YYYY-MM-DD`. A closed plan does not accept reports. */
type StateDays = { endsOn: string; today: string; isClosed: boolean };

/** The grid of member states: the members at the period's end, each with its share of the entry. */
export async function readStates(
  db: Database,
  actor: Actor,
  entryId: number,
  owners: OwnedRow,
  { endsOn, today, isClosed }: StateDays,
): Promise<StateCell[]> {
  const rows = await db
    .select({
      state: memberStates,
      share: entryStates,
      lastReportedOn: lastWord,
      silentDays: sql<number | null>`case when ${owesReport} then ${waitingDays} end`,
    })
    .from(memberStates)
    .leftJoin(entryStates, and(eq(entryStates.memberStateId, memberStates.id), eq(entryStates.entryId, entryId)))
    .leftJoin(planEntries, eq(planEntries.id, entryStates.entryId))
    .leftJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .leftJoin(sql`${referenceDates(today)} r`, sql`r.period_id = ${workPlans.periodId}`)
    .orderBy(asc(memberStates.protocolOrder));
  const sees = actor.role !== "focal" || owns(actor, owners);
  return rows
    .filter(({ state, share }) => share !== null || isMemberOn(state, endsOn))
    .map(({ state, share, lastReportedOn, silentDays }) => {
      const isOwn = actor.memberStateId === state.id;
      const isOpen = sees || isOwn;
      return {
        memberStateId: state.id,
        code: state.code,
        name: { en: state.nameEn, lo: state.nameLo },
        isMember: isMemberOn(state, endsOn),
        role: share?.role ?? null,
        status: isOpen ? (share?.status ?? null) : null,
        note: isOpen ? (share?.note ?? null) : null,
        focalPoint: isOpen ? (share?.focalPoint ?? null) : null,
        lastReportedOn: isOpen ? lastReportedOn : null,
        silentDays: isOpen ? silentDays : null,
        version: share?.version ?? 0,
        isOpen,
        can: {
          report:
            !isClosed &&
            share !== null &&
            can(actor, "entry_state.report", owners) &&
            (actor.role !== "focal" || isOwn),
        },
      };
    });
}

export type PriorityLine = { kind: PriorityKind; state: PriorityState; period: Named | null; meeting: string | null };

/** The priorities for which the entry is proposed, or which it has been given. */
export async function readPriorities(db: Database, entryId: number): Promise<PriorityLine[]> {
  const rows = await db
    .select({
      kind: entryPriorities.kind,
      state: entryPriorities.state,
      periodEn: periods.nameEn,
      periodLo: periods.nameLo,
      meeting: meetings.code,
    })
    .from(entryPriorities)
    .leftJoin(periods, eq(periods.id, entryPriorities.periodId))
    .leftJoin(meetings, eq(meetings.id, entryPriorities.meetingId))
    .where(eq(entryPriorities.entryId, entryId))
    .orderBy(asc(entryPriorities.id));
  return rows.map(({ kind, state, periodEn, periodLo, meeting }) => ({
    kind,
    state,
    meeting,
    period: periodEn === null ? null : { en: periodEn, lo: periodLo },
  }));
}

/** The Desired Outcomes of the activity. */
export async function readOutcomes(
  db: Database,
  activityId: number,
): Promise<{ code: string; name: Named; loIsTranslation: boolean }[]> {
  const rows = await db
    .select({
      code: outcomes.code,
      en: outcomes.nameEn,
      lo: outcomes.nameLo,
      loIsTranslation: outcomes.loIsTranslation,
    })
    .from(activityOutcomes)
    .innerJoin(outcomes, eq(outcomes.id, activityOutcomes.outcomeId))
    .where(eq(activityOutcomes.activityId, activityId))
    .orderBy(asc(outcomes.id));
  return rows.map(({ code, en, lo, loIsTranslation }) => ({ code, name: { en, lo }, loIsTranslation }));
}
