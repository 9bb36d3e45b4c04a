import "server-only";
import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { agendaEntries, agendaItems } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { agendaOrder } from "./agenda-order";

/** The items of a meeting's agenda, each with the entries that the reader may see. */
export async function readAgenda(db: Database, meetingId: number, visible: SQL | undefined) {
  const [items, entries] = await Promise.all([
    db
      .select({ id: agendaItems.id, no: agendaItems.no, titleEn: agendaItems.titleEn, titleLo: agendaItems.titleLo })
      .from(agendaItems)
      .where(eq(agendaItems.meetingId, meetingId))
      .orderBy(...agendaOrder),
    db
      .select({
        itemId: agendaEntries.itemId,
        id: planEntries.id,
        code: activities.code,
        titleEn: activities.titleEn,
        titleLo: activities.titleLo,
        isSample: activities.isSample,
        stage: planEntries.stage,
        version: planEntries.version,
        planEn: workPlans.titleEn,
        planLo: workPlans.titleLo,
        isPlanClosed: eq(workPlans.state, "closed").mapWith(Boolean),
      })
      .from(agendaEntries)
      .innerJoin(agendaItems, eq(agendaItems.id, agendaEntries.itemId))
      .innerJoin(planEntries, eq(planEntries.id, agendaEntries.entryId))
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .where(and(eq(agendaItems.meetingId, meetingId), visible))
      .orderBy(asc(activities.code), asc(planEntries.id)),
  ]);
  return items.map((item) => ({ ...item, entries: entries.filter(({ itemId }) => itemId === item.id) }));
}
