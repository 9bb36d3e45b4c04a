import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import { type Actor, isDesk } from "@/domain/roles";

/**
 * The comments that the actor reads, of entries that they see: not taken back, and those for the
 * desk only at the desk.
 */
export function shownComments(actor: Actor): SQL | undefined {
  return and(isNull(comments.removedAt), isDesk(actor.role) ? undefined : eq(comments.audience, "all"));
}
