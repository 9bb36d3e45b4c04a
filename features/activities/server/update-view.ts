import "server-only";
import { eq, sql } from "drizzle-orm";
import { savedViews } from "@/db/schema/saved-views";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { UpdateViewInput } from "../view-schema";
import { loadOwnView } from "./lib/views";

/**
 * Replaces the state that one of the actor's own views stores.
 * @throws AppError NOT_FOUND for a colleague's view, CONFLICT
 */
export const updateView = defineCommand({
  name: "view.update",
  permission: "view.write",
  input: UpdateViewInput,
  run: async ({ tx, actor, input, context }) => {
    const view = await loadOwnView(tx, actor, input);
    const result = { id: view.id, query: input.query };
    const changed = changedFields({ query: view.query }, { query: input.query });
    if (!changed) return { result, audit: null };
    await tx
      .update(savedViews)
      .set({ query: input.query, version: sql`${savedViews.version} + 1`, updatedAt: context.now })
      .where(eq(savedViews.id, view.id));
    return { result, audit: { subject: "saved_views", subjectId: view.id, ...changed } };
  },
});
