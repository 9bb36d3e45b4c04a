import "server-only";
import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { updates } from "@/db/schema/updates";
import { visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { ownedBy } from "@/server/scope";
import { isStanding } from "./standing-updates";

/**
 * Condition for the updates that the actor may read on entries that they see (join `plan_entries`):
 * for a focal point whose member state does not own the entry, those of other states' shares are
 * left out, as on the entry's page.
 */
export function shownUpdates(db: Database, actor: Actor): SQL | undefined {
  const scope = visibility(actor);
  if (scope.kind !== "state") return isStanding;
  const { memberStateId } = scope;
  return and(
    isStanding,
    or(isNull(updates.memberStateId), eq(updates.memberStateId, memberStateId), ownedBy(db, memberStateId)),
  );
}
