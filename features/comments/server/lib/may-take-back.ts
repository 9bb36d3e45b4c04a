import "server-only";
import type { Actor } from "@/domain/roles";

/**
 * True if the actor may remove the comment: authors their own; administrators and heads of division
 * any.
 */
export function mayTakeBack(actor: Actor, { authorId }: { authorId: number | null }): boolean {
  if (actor.role === "admin" || actor.role === "manager" || actor.role === "system") return true;
  return authorId !== null && authorId === actor.userId;
}
