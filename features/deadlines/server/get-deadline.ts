import "server-only";
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { milestoneMoves, milestones } from "@/db/schema/milestones";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { deadlineFields } from "./lib/deadline-fields";
import { readOwnDeadlines } from "./lib/own-deadline-lines";

/**
 * One deadline with all its moves, latest first.
 * @throws AppError NOT_FOUND, also for deadlines of entries that the actor may not see
 */
export const getDeadline = defineQuery({
  name: "deadline.get",
  permission: "milestone.read",
  input: z.object({ deadlineId: rowId }),
  run: async ({ db, actor, input: { deadlineId }, context }) => {
    const [deadline] = await readOwnDeadlines(
      { db, actor, today: today(context), limit: 1 },
      eq(milestones.id, deadlineId),
    );
    if (!deadline) throw new AppError("NOT_FOUND");
    const { fromOn, toOn, cause, movedAt, movedByName } = milestoneMoves;
    const moves = await db
      .select({ id: milestoneMoves.id, fromOn, toOn, cause, movedAt, movedByName })
      .from(milestoneMoves)
      .where(eq(milestoneMoves.deadlineId, deadlineId))
      .orderBy(desc(milestoneMoves.id));
    const fields = deadlineFields(deadline);
    return { deadline, fields, moves, today: today(context), can: { write: can(actor, "milestone.write") } };
  },
});

export type DeadlinePage = Awaited<ReturnType<typeof getDeadline>>;
