import "server-only";
import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema/saved-views";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { DefaultViewInput } from "../view-schema";
import { putDefault, visibleViews } from "./lib/views";

/**
 * Sets the view with which the list opens for the actor, or none.
 * @throws AppError NOT_FOUND for a view that the actor may not see
 */
export const setDefaultView = defineCommand({
  name: "view.setDefault",
  permission: "view.write",
  input: DefaultViewInput,
  run: async ({ tx, actor, input: { viewId } }) => {
    if (viewId !== null) {
      const [seen] = await tx
        .select({ id: savedViews.id })
        .from(savedViews)
        .where(and(eq(savedViews.id, viewId), visibleViews(actor)))
        .for("key share");
      if (!seen) throw new AppError("NOT_FOUND");
    }
    await putDefault(tx, actor, viewId);
    const after = { defaultViewId: viewId };
    return { result: null, audit: { subject: "users", subjectId: actor.userId, after } };
  },
});
