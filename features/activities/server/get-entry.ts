import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { partners } from "@/db/schema/bodies";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { canSubmit } from "@/domain/lifecycle";
import { can, type OwnedRow, owns } from "@/domain/permissions";
import { type Actor, isDesk } from "@/domain/roles";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { ownersOf, visibleEntries } from "@/server/scope";
import { readUndo } from "./lib/acts";
import { readOutcomes, readParties, readPriorities, readStates } from "./lib/entry-parts";
import { readDecisions, readLineage, readSources, readUpdates } from "./lib/entry-story";

type Entry = typeof planEntries.$inferSelect;
type Plan = typeof workPlans.$inferSelect;

/** The actions that the actor may take on this entry; the page shows only these. */
function allowed(actor: Actor, entry: Entry, plan: Plan, owners: OwnedRow, decided: boolean) {
  const isOpen = plan.state !== "closed";
  return {
    report: isOpen && entry.stage === "approved" && can(actor, "entry.report", owners),
    edit: isOpen && can(actor, "entry.update"),
    submit: isOpen && canSubmit(entry.stage) && can(actor, "entry.submit", owners),
    remove: isOpen && entry.stage === "draft" && !decided && can(actor, "entry.remove"),
    agenda: isOpen && can(actor, "agenda.update"),
    openRounds: can(actor, "round.read"),
    decide: isOpen && entry.stage !== null && entry.stage !== "draft" && can(actor, "decision.record"),
  };
}

/**
 * Everything that the page of an entry shows to the actor.
 * @throws AppError NOT_FOUND, also for entries that the actor may not see
 */
export const getEntry = defineQuery({
  name: "entry.get",
  permission: "entry.read",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, context, input: { entryId } }) => {
    const [row] = await db
      .select({ entry: planEntries, activity: activities, plan: workPlans, period: periods, partner: partners })
      .from(planEntries)
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .leftJoin(partners, eq(partners.id, workPlans.partnerId))
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (!row) throw new AppError("NOT_FOUND");
    const { activity, plan, period, partner } = row;
    const { internalRemark, ...entry } = row.entry;
    const owners = (await ownersOf(db, [entryId])).get(entryId) ?? { ownerStateIds: [], participantStateIds: [] };
    const days = { endsOn: period.endsOn, today: today(context), isClosed: plan.state === "closed" };
    const isGuest = actor.role === "focal" && !owns(actor, owners);
    const [parties, states, outcomes, priorities, decisions, updates, lineage, sources, undo] = await Promise.all([
      readParties(db, entryId),
      readStates(db, actor, entryId, owners, days),
      readOutcomes(db, activity.id),
      readPriorities(db, entryId),
      readDecisions(db, entryId, isDesk(actor.role)),
      readUpdates(db, entryId, isGuest ? actor.memberStateId : null),
      readLineage(db, actor, entryId, activity.id),
      readSources(db, entryId, activity.id),
      plan.state === "closed" ? null : readUndo(db, actor, entryId),
    ]);
    const { searchText: _search, ...told } = activity;
    return {
      entry,
      activity: told,
      plan: {
        id: plan.id,
        en: plan.titleEn,
        lo: plan.titleLo,
        state: plan.state,
        framework: plan.framework,
        period: { en: period.nameEn, lo: period.nameLo, startsOn: period.startsOn, endsOn: period.endsOn },
        partner: partner ? { id: partner.id, code: partner.code, en: partner.nameEn, lo: partner.nameLo } : null,
      },
      internalRemark: isDesk(actor.role) ? internalRemark : null,
      isDesk: isDesk(actor.role),
      today: days.today,
      parties,
      states,
      outcomes,
      priorities,
      decisions,
      updates,
      lineage,
      sources,
      undo,
      can: allowed(actor, row.entry, plan, owners, decisions.length > 0),
    };
  },
});

export type EntryPage = Awaited<ReturnType<typeof getEntry>>;
