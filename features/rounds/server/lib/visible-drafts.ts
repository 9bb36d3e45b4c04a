import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { roundDrafts } from "@/db/schema/round-drafts";
import { visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownedBy, visibleEntries } from "@/server/scope";

/**
 * Which drafts the actor sees, as a condition on `round_drafts` joined with `plan_entries`: the
 * desk all, a focal point those that its state writes, as long as the entry is its own. Nobody else
 * knows of any.
 */
export function visibleDrafts(db: Database | Transaction, actor: Actor): SQL | undefined {
  const scope = visibility(actor);
  if (scope.kind === "desk") return undefined;
  if (scope.kind !== "state") return sql`false`;
  const { memberStateId } = scope;
  return and(eq(roundDrafts.memberStateId, memberStateId), visibleEntries(db, actor), ownedBy(db, memberStateId));
}
