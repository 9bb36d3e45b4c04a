import { type Permission, reachOf } from "./permissions";
import type { Actor } from "./roles";
import { isHead } from "./roles";

/** What can be removed and restored. */
export const binKinds = ["entry", "comment", "evidence", "paper", "meeting", "view"] as const;
export type BinKind = (typeof binKinds)[number];

/** The right to remove a thing of each kind. Who has lost it since can restore none. */
const removing: Readonly<Record<BinKind, Permission>> = {
  entry: "entry.remove",
  comment: "comment.remove",
  evidence: "evidence.remove",
  paper: "paper.write",
  meeting: "meeting.update",
  view: "view.write",
};

/** Days before the end from which the bin says that something will soon be gone. */
export const binWarningDays = 14;

/** What was removed, and by whom; private things are those of one person, such as a view. */
export type Removed = { kind: BinKind; removedById: number | null; isPrivate: boolean };

const isOwn = ({ removedById }: Removed, actor: Pick<Actor, "userId">) =>
  removedById !== null && removedById === actor.userId;

/** True if the actor may restore it: what they removed, and heads what anybody removed. */
export const mayRestore = (removed: Removed, actor: Actor): boolean =>
  reachOf(actor, removing[removed.kind]) !== "none" &&
  (isOwn(removed, actor) || (isHead(actor.role) && !removed.isPrivate));
