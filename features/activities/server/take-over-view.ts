import "server-only";
import { eq, sql } from "drizzle-orm";
import { savedViews } from "@/db/schema/saved-views";
import { defineCommand } from "@/server/define";
import { SeenViewInput } from "../view-schema";
import { loadSharedView, ownerId, refuseTakenName } from "./lib/views";

/**
 * Makes the actor the owner of a view that a colleague shares, for example of one who has left.
 * @throws AppError NOT_FOUND, CONFLICT; ALREADY_EXISTS if the actor has a view with this name
 */
export const takeOverView = defineCommand({
  name: "view.takeOver",
  permission: "view.curate",
  input: SeenViewInput,
  run: async ({ tx, actor, input, context }) => {
    const view = await loadSharedView(tx, actor, input);
    const after = { ownerId: ownerId(actor) };
    const result = { id: view.id, query: view.query };
    if (view.ownerId === after.ownerId) return { result, audit: null };
    await refuseTakenName(tx, actor, view.name);
    await tx
      .update(savedViews)
      .set({ ...after, version: sql`${savedViews.version} + 1`, updatedAt: context.now })
      .where(eq(savedViews.id, view.id));
    const audit = { subject: "saved_views", subjectId: view.id, before: { ownerId: view.ownerId }, after } as const;
    return { result, audit };
  },
});
