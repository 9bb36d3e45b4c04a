import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { dueDay } from "@/domain/deadlines";
import type { Person } from "./accounts";
import { idOf, type SeedContext } from "./seed-context";

const title = {
  titleEn: "Sample: draft of the results to the focal points",
  titleLo: "ຕົວຢ່າງ: ສົ່ງຮ່າງຜົນງານໃຫ້ຜູ້ປະສານງານ",
};
/** Days before the end of the work. */
const offsetDays = -30;

/** Sample deadlines for a few of the year's entries, counted from the end of their work. */
export async function seedDeadlines(
  tx: Transaction,
  context: SeedContext,
  officer: Person,
  year: string,
): Promise<void> {
  const entries = await tx
    .select({ entry: planEntries })
    .from(planEntries)
    .innerJoin(activities, and(eq(activities.id, planEntries.activityId), eq(activities.isSample, true)))
    .where(and(eq(planEntries.workPlanId, idOf(context.plans, year)), eq(planEntries.status, "ongoing")))
    .orderBy(asc(planEntries.id))
    .limit(4);
  for (const { entry } of entries) {
    const hanging = { anchor: "entry_end", fixedOn: null, offsetDays } as const;
    const dueOn = dueDay(hanging, { meeting: null, entry });
    const made = { createdBy: officer.id, isSample: true };
    await tx.insert(milestones).values({ entryId: entry.id, ...title, ...hanging, dueOn, ...made });
  }
}
