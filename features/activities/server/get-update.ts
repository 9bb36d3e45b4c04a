import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { isStillSaid, readOwnUpdate, whyItStands } from "./lib/own-updates";

/**
 * An update for the form that corrects it, with the version of its entry, or the reason why the
 * actor cannot correct it.
 * @throws AppError NOT_FOUND
 */
export const getUpdate = defineQuery({
  name: "update.get",
  permission: "entry.read",
  input: z.object({ entryId: rowId, updateId: rowId }),
  run: async ({ db, actor, context, input: { entryId, updateId } }) => {
    const [entry] = await db
      .select()
      .from(planEntries)
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    const found = await readOwnUpdate(db, updateId);
    if (!entry || found?.update.entryId !== entryId) throw new AppError("NOT_FOUND");
    const standsBecause = await whyItStands(db, context, found);
    const { update } = found;
    // Once something later has changed them, status, schedule and progress stay as they are.
    return { update, version: entry.version, standsBecause, isWordsOnly: !isStillSaid(update, entry) };
  },
});
