import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { editFields } from "./lib/edit-fields";

/**
 * The current fields of an entry's edit form.
 * @throws AppError NOT_FOUND
 */
export const getEditForm = defineQuery({
  name: "entry.getEditForm",
  permission: "entry.update",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId } }) => {
    const [row] = await db
      .select({ entry: planEntries, activity: activities })
      .from(planEntries)
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (!row) throw new AppError("NOT_FOUND");
    return { code: row.activity.code, values: await editFields(db, row) };
  },
});
