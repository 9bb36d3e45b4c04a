import "server-only";
import type { Actor } from "@/domain/roles";

/** One's own words; and, for the heads of the house, anybody's. */
export function mayTakeBack(actor: Actor, { authorId }: { authorId: number | null }): boolean {
  if (actor.role === "admin" || actor.role === "manager" || actor.role === "system") return true;
  return authorId !== null && authorId === actor.userId;
}
