import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { waiting } from "./waiting";

type Day = { dueOn: string; today: string; isOpen: boolean };

/**
 * Progress of each reporter in a round, the desk first. A draft is late if it is overdue and not
 * submitted.
 */
export async function readSides(db: Database, where: SQL | undefined, { dueOn, today, isOpen }: Day) {
  const count = (condition: SQL | undefined) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const rows = await db
    .select({
      code: memberStates.code,
      en: memberStates.nameEn,
      lo: memberStates.nameLo,
      total: sql<number>`count(*)::int`,
      open: count(waiting()),
      submitted: count(eq(roundDrafts.state, "submitted")),
      accepted: count(eq(roundDrafts.state, "accepted")),
    })
    .from(roundDrafts)
    .innerJoin(planEntries, eq(planEntries.id, roundDrafts.entryId))
    .leftJoin(memberStates, eq(memberStates.id, roundDrafts.memberStateId))
    .where(and(where))
    .groupBy(memberStates.id)
    .orderBy(sql`${memberStates.protocolOrder} nulls first`);
  const isOverdue = isOpen && today > dueOn;
  return rows.map(({ code, en, lo, ...counts }) => ({
    ...counts,
    late: isOverdue ? counts.open : 0,
    side: code !== null && en !== null ? { code, en, lo } : null,
  }));
}
