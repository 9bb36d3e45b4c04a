import type { Actor } from "./roles";
import { isHead } from "./roles";

/** What can be removed and restored. */
export const binKinds = ["entry", "comment", "evidence", "paper", "meeting", "view"] as const;
export type BinKind = (typeof binKinds)[number];

/** Days before the end from which the bin says that something will soon be gone. */
export const binWarningDays = 14;

/** Who removed it; private things are those of one person, such as a view. */
export type Removed = { removedById: number | null; isPrivate: boolean };

const isOwn = ({ removedById }: Removed, actor: Pick<Actor, "userId">) =>
  removedById !== null && removedById === actor.userId;

/** True if the actor may restore it: what they removed, and heads what anybody removed. */
export const mayRestore = (removed: Removed, actor: Pick<Actor, "userId" | "role">): boolean =>
  isOwn(removed, actor) || (isHead(actor.role) && !removed.isPrivate);
