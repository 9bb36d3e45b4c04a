import "server-only";
import { and, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import type { Actor } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";
import { notCarried, unfinished } from "./read-unfinished";

/**
 * What a year leaves behind when it is closed: the numbers of unfinished entries, of those that no
 * other plan continues, and of those with a pending decision.
 */
export async function readUnfinishedCounts(db: Database | Transaction, actor: Actor, planId: number) {
  const count = (condition: SQL | undefined) =>
    db.$count(planEntries, and(eq(planEntries.workPlanId, planId), visibleEntries(db, actor), condition));
  const waiting = exists(
    db
      .select({ one: sql`1` })
      .from(decisions)
      .where(and(eq(decisions.entryId, planEntries.id), isNull(decisions.appliedAt))),
  );
  return {
    unfinished: await count(unfinished()),
    notCarried: await count(and(unfinished(), notCarried(db))),
    waiting: await count(waiting),
  };
}
