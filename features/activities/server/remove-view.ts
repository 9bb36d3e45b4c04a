import "server-only";
import { eq } from "drizzle-orm";
import { readWithParts } from "@/db/bin-rows";
import { savedViews } from "@/db/schema/saved-views";
import { putInBin } from "@/server/bin/put-in-bin";
import { defineCommand } from "@/server/define";
import { SeenViewInput } from "../view-schema";
import { loadSharedView } from "./lib/views";

/**
 * Deletes one of the actor's own views; heads of division also delete one that a colleague shares.
 * For everyone who has it as default, the list opens without a view.
 * @throws AppError NOT_FOUND, CONFLICT
 */
export const removeView = defineCommand({
  name: "view.remove",
  permission: "view.write",
  input: SeenViewInput,
  run: async ({ tx, actor, input, context }) => {
    const { id, name, query, isShared } = await loadSharedView(tx, actor, input);
    const rows = await readWithParts(tx, "saved_views", id);
    await putInBin(tx, context, { kind: "view", subjectId: id, nameEn: name, isPrivate: !isShared, rows });
    await tx.delete(savedViews).where(eq(savedViews.id, id));
    return { result: null, audit: { subject: "saved_views", subjectId: id, before: { name, query, isShared } } };
  },
});
