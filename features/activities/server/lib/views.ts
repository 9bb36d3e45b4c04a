import "server-only";
import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { defaultViews, savedViews } from "@/db/schema/saved-views";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";

/** The list that these views are of, as the database names it. */
export const list = "/activities";

/** The views that this person sees: their own, and what others share. */
export function visibleViews(actor: Actor): SQL | undefined {
  return and(eq(savedViews.list, list), or(eq(savedViews.ownerId, ownerId(actor)), savedViews.isShared));
}

/** Views belong to a person; the operator has none. */
export function ownerId(actor: Actor): number {
  if (actor.userId === null) throw new AppError("FORBIDDEN");
  return actor.userId;
}

/**
 * A view of one's own, locked, as the person saw it. A colleague's view is not theirs to change: it
 * does not exist for that.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export async function loadOwnView(tx: Transaction, actor: Actor, { viewId, version }: Seen) {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.ownerId, ownerId(actor)), eq(savedViews.list, list)))
    .for("update");
  if (!view) throw new AppError("NOT_FOUND");
  if (view.version !== version) {
    throw new AppError("CONFLICT", { current: { name: view.name, version: String(view.version) } });
  }
  return view;
}
type Seen = { viewId: number; version: number };

/**
 * No two views of one person have the same name.
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

/** Lets the list open with this view for the person, or with none. */
export async function putDefault(tx: Transaction, actor: Actor, viewId: number | null): Promise<void> {
  const userId = ownerId(actor);
  await tx.delete(defaultViews).where(and(eq(defaultViews.userId, userId), eq(defaultViews.list, list)));
  if (viewId !== null) await tx.insert(defaultViews).values({ userId, list, viewId });
}
