import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { defaultViews, savedViews } from "@/db/schema/saved-views";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { RenameViewInput } from "../view-schema";
import { loadOwnView, ownerId, refuseSharing, refuseTakenName } from "./lib/views";

/**
 * Changes the name of one of the actor's own views, and whether it is shared. A view that is no
 * longer shared stops being the default of others.
 * @throws AppError NOT_FOUND for a colleague's view, CONFLICT, ALREADY_EXISTS on the field `name`
 */
export const renameView = defineCommand({
  name: "view.rename",
  permission: "view.write",
  input: RenameViewInput,
  run: async ({ tx, actor, input: { name, isShared, ...seen }, context }) => {
    const view = await loadOwnView(tx, actor, seen);
    refuseSharing(actor, isShared, view.isShared);
    const result = { id: view.id, query: view.query };
    const changed = changedFields({ name: view.name, isShared: view.isShared }, { name, isShared });
    if (!changed) return { result, audit: null };
    await refuseTakenName(tx, actor, name, view.id);
    await tx
      .update(savedViews)
      .set({ name, isShared, version: sql`${savedViews.version} + 1`, updatedAt: context.now })
      .where(eq(savedViews.id, view.id));
    const others = and(eq(defaultViews.viewId, view.id), ne(defaultViews.userId, ownerId(actor)));
    if (!isShared) await tx.delete(defaultViews).where(others);
    return { result, audit: { subject: "saved_views", subjectId: view.id, ...changed } };
  },
});
