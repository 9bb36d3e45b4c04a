import "server-only";
import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { defaultViews, savedViews } from "@/db/schema/saved-views";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { type Actor, isDesk } from "@/domain/roles";

/** The list to which these views belong, as stored in the database. */
export const list = "/activities";

/** Condition for the views that the person sees: their own, and those that others share. */
export function visibleViews(actor: Actor): SQL | undefined {
  return and(eq(savedViews.list, list), or(eq(savedViews.ownerId, ownerId(actor)), savedViews.isShared));
}

/** The id of the person who owns the views. The operator has no account and no views. */
export function ownerId(actor: Actor): number {
  if (actor.userId === null) throw new AppError("FORBIDDEN");
  return actor.userId;
}

/**
 * Loads and locks one of the actor's own views. A colleague's view is NOT_FOUND.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function loadOwnView(tx: Transaction, actor: Actor, seen: Seen) {
  return loadView(tx, eq(savedViews.ownerId, ownerId(actor)), seen);
}

/**
 * The same, for those who look after what is shared: a colleague's shared view too.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function loadSharedView(tx: Transaction, actor: Actor, seen: Seen) {
  const isOwn = eq(savedViews.ownerId, ownerId(actor));
  return loadView(tx, can(actor, "view.curate") ? or(isOwn, savedViews.isShared) : isOwn, seen);
}

async function loadView(tx: Transaction, isReached: SQL | undefined, { viewId, version }: Seen) {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), isReached, eq(savedViews.list, list)))
    .for("update");
  if (!view) throw new AppError("NOT_FOUND");
  if (view.version !== version) {
    throw new AppError("CONFLICT", { current: { name: view.name, version: String(view.version) } });
  }
  return view;
}
type Seen = { viewId: number; version: number };

/**
 * Refuses to put a view among the tabs of everybody; that is the desk's.
 * @param wasShared true if it is there already
 * @throws AppError FORBIDDEN
 */
export function refuseSharing(actor: Actor, isShared: boolean, wasShared = false): void {
  if (isShared && !wasShared && !isDesk(actor.role)) throw new AppError("FORBIDDEN");
}

/**
 * Refuses a second view with the same name for the same person.
 * @throws AppError ALREADY_EXISTS on the field `name`
 */
export async function refuseTakenName(tx: Transaction, actor: Actor, name: string, except = 0): Promise<void> {
  const [taken] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.ownerId, ownerId(actor)),
        eq(savedViews.list, list),
        eq(sql`lower(${savedViews.name})`, name.toLowerCase()),
        ne(savedViews.id, except),
      ),
    );
  if (taken) throw new AppError("ALREADY_EXISTS", { field: "name" });
}

/** Sets the view with which the list opens for the person; null for none. */
export async function putDefault(tx: Transaction, actor: Actor, viewId: number | null): Promise<void> {
  const userId = ownerId(actor);
  await tx.delete(defaultViews).where(and(eq(defaultViews.userId, userId), eq(defaultViews.list, list)));
  if (viewId !== null) await tx.insert(defaultViews).values({ userId, list, viewId });
}
