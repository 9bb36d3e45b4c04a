import "server-only";
import { savedViews } from "@/db/schema/saved-views";
import { defineCommand } from "@/server/define";
import { SaveViewInput } from "../view-schema";
import { list, ownerId, putDefault, refuseSharing, refuseTakenName } from "./lib/views";

/**
 * Saves the list's present state as a view.
 * @throws AppError FORBIDDEN to share it, ALREADY_EXISTS on the field `name`
 */
export const saveView = defineCommand({
  name: "view.save",
  permission: "view.write",
  input: SaveViewInput,
  run: async ({ tx, actor, input: { name, query, isShared, isDefault }, context }) => {
    refuseSharing(actor, isShared);
    await refuseTakenName(tx, actor, name);
    const at = { createdAt: context.now, updatedAt: context.now };
    const [view] = await tx
      .insert(savedViews)
      .values({ ownerId: ownerId(actor), list, name, query, isShared, ...at })
      .returning({ id: savedViews.id });
    const id = view?.id ?? 0;
    if (isDefault) await putDefault(tx, actor, id);
    const after = { name, query, isShared, isDefault };
    return { result: { id, query }, audit: { subject: "saved_views", subjectId: id, after } };
  },
});
