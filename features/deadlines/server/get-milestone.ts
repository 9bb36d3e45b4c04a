import "server-only";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { milestoneMoves, milestones } from "@/db/schema/milestones";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { milestoneFields } from "./lib/milestone-fields";
import { readMilestones } from "./lib/milestone-lines";

/**
 * One deadline with every day that it has had, the latest move first.
 * @throws AppError NOT_FOUND, also for deadlines of entries that the actor may not see
 */
export const getMilestone = defineQuery({
  name: "milestone.get",
  permission: "milestone.read",
  input: z.object({ milestoneId: rowId }),
  run: async ({ db, actor, input: { milestoneId }, context }) => {
    const [milestone] = await readMilestones(
      { db, actor, today: today(context), limit: 1 },
      eq(milestones.id, milestoneId),
    );
    if (!milestone) throw new AppError("NOT_FOUND");
    const { fromOn, toOn, cause, movedAt, movedByName } = milestoneMoves;
    const moves = await db
      .select({ id: milestoneMoves.id, fromOn, toOn, cause, movedAt, movedByName })
      .from(milestoneMoves)
      .where(eq(milestoneMoves.milestoneId, milestoneId))
      .orderBy(desc(milestoneMoves.id));
    const fields = milestoneFields(milestone);
    return { milestone, fields, moves, today: today(context), can: { write: can(actor, "milestone.write") } };
  },
});

export type MilestonePage = Awaited<ReturnType<typeof getMilestone>>;
