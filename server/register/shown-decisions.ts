import "server-only";
import { and, isNotNull, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { decisions } from "@/db/schema/meetings";
import { type Actor, isDesk } from "@/domain/roles";
import { visibleEntries } from "@/server/scope";

/**
 * Condition for the decisions that the actor may see (join `plan_entries`): those on visible
 * entries; pending ones are shown to the desk only.
 */
export function shownDecisions(db: Database, actor: Actor): SQL | undefined {
  return and(visibleEntries(db, actor), isDesk(actor.role) ? undefined : isNotNull(decisions.appliedAt));
}
