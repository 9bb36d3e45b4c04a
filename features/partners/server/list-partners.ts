import "server-only";
import { asc, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { partners } from "@/db/schema/bodies";
import { instruments } from "@/db/schema/instruments";
import { workPlans } from "@/db/schema/work-plans";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { nextJointMeetings } from "@/server/register/coming-meetings";
import { countOfPartners } from "@/server/register/of-partner";

/**
 * All partners, each with the number of current instruments, plans and visible entries, and its
 * next meeting.
 */
export const listPartners = defineQuery({
  name: "partner.list",
  permission: "partner.read",
  input: z.object({}),
  run: async ({ db, actor, context }) => {
    const day = today(context);
    const { id, code, kind, nameEn: en, nameLo: lo } = partners;
    const [rows, instrumentCounts, plans, seen, next] = await Promise.all([
      db.select({ id, code, kind, en, lo }).from(partners).orderBy(asc(en), asc(id)),
      countInstruments(db, day),
      countPlans(db),
      countOfPartners(db, actor),
      nextJointMeetings(db, day),
    ]);
    return rows.map((row) => ({
      ...row,
      instruments: instrumentCounts.get(row.id) ?? 0,
      plans: plans.get(row.id) ?? 0,
      entries: seen.get(row.id) ?? 0,
      next: next.get(row.id) ?? null,
    }));
  },
});

export type PartnerRow = Awaited<ReturnType<typeof listPartners>>[number];

type Counted = { partnerId: number | null; count: number };

const byPartner = (rows: readonly Counted[]): Map<number | null, number> =>
  new Map(rows.map(({ partnerId, count }) => [partnerId, count]));

/** Counts the instruments of each partner whose end is not past. */
async function countInstruments(db: Database, day: string) {
  const { partnerId, validTo } = instruments;
  const rows = await db
    .select({ partnerId, count: sql<number>`count(*)::int` })
    .from(instruments)
    .where(sql`coalesce(${validTo} >= ${day}, true)`)
    .groupBy(partnerId);
  return byPartner(rows);
}

async function countPlans(db: Database) {
  const { partnerId } = workPlans;
  const rows = await db
    .select({ partnerId, count: sql<number>`count(*)::int` })
    .from(workPlans)
    .where(isNotNull(partnerId))
    .groupBy(partnerId);
  return byPartner(rows);
}
