import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownedBy, visibleEntries } from "@/server/scope";

/**
 * Condition on `round_drafts` joined with `plan_entries`: the drafts that the actor may see. The
 * desk sees all; a focal point sees those that its state writes, as long as the state owns the
 * entry; others see none.
 */
export function visibleDrafts(db: Database | Transaction, actor: Actor): SQL | undefined {
  const scope = visibility(actor);
  if (scope.kind === "desk") return undefined;
  if (scope.kind !== "state") return sql`false`;
  const { memberStateId } = scope;
  return and(eq(roundDrafts.memberStateId, memberStateId), visibleEntries(db, actor), ownedBy(db, memberStateId));
}
