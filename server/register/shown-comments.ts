import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { type Actor, isDesk } from "@/domain/roles";

/**
 * Condition for the comments that the actor may read on entries that they see: those not removed;
 * comments for the desk only for the desk.
 */
export function shownComments(actor: Actor): SQL | undefined {
  return and(isNull(comments.removedAt), isDesk(actor.role) ? undefined : eq(comments.audience, "all"));
}
