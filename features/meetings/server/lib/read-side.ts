import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { agencies, memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import type { Actor } from "@/domain/roles";
import { ownerRoles } from "@/domain/vocabulary";
import { visibleEntries } from "@/server/scope";

/** Entries in the register that is queried, each with its owners. */
export async function readSide(db: Database, actor: Actor, ids: readonly number[]) {
  const rows = await db
    .select({
      id: planEntries.id,
      code: activities.code,
      titleEn: activities.titleEn,
      titleLo: activities.titleLo,
      original: activities.originalLocale,
      isSample: activities.isSample,
      planEn: workPlans.titleEn,
      planLo: workPlans.titleLo,
      stage: planEntries.stage,
      status: planEntries.status,
      schedule: planEntries.schedule,
      plannedStartOn: planEntries.plannedStartOn,
      plannedEndOn: planEntries.plannedEndOn,
    })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
    .where(and(inArray(planEntries.id, [...ids]), visibleEntries(db, actor)));
  const owners = new Map<number, Awaited<ReturnType<typeof readOwners>>>();
  for (const owner of await readOwners(db, ids))
    owners.set(owner.entryId, [...(owners.get(owner.entryId) ?? []), owner]);
  return new Map(
    rows.map((row) => {
      const own = owners.get(row.id) ?? [];
      const lead = own.find(({ role, state }) => role === "proponent" && state !== null) ?? null;
      return [row.id, { ...row, lead: lead?.state ?? null, responsible: own.map(({ name }) => name) }];
    }),
  );
}

export type ReadSide = Awaited<ReturnType<typeof readSide>> extends Map<number, infer Row> ? Row : never;

/**
 * Owners by short names that are the same in both languages: a state's code, its agency, a
 * partner's code.
 */
function readOwners(db: Database, ids: readonly number[]) {
  return db
    .select({
      entryId: entryParties.entryId,
      role: entryParties.role,
      state: memberStates.code,
      name: sql<string>`concat_ws(' ', ${memberStates.code}, ${agencies.abbreviation}, ${partners.code})`,
    })
    .from(entryParties)
    .leftJoin(memberStates, eq(memberStates.id, entryParties.memberStateId))
    .leftJoin(agencies, eq(agencies.id, entryParties.agencyId))
    .leftJoin(partners, eq(partners.id, entryParties.partnerId))
    .where(and(inArray(entryParties.entryId, [...ids]), inArray(entryParties.role, [...ownerRoles])))
    .orderBy(asc(entryParties.id));
}
