import "server-only";
import { inArray, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { roundDrafts } from "@/db/schema/round-drafts";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { ReturnInput } from "../schema";
import { loadRound, refuseClosedRound } from "./lib/load-round";
import { lockDrafts } from "./lib/lock-drafts";

/**
 * Returns drafts to their writers with a remark on what has to be corrected; all or none.
 * @throws AppError ROUND_CLOSED; DRAFT_NOT_SUBMITTED or CONFLICT for a single draft,
 *   DRAFTS_IMPOSSIBLE {entries} for several
 */
export const returnDrafts = defineCommand({
  name: "round.return",
  permission: "round.return",
  input: ReturnInput,
  load: ({ tx, input }) => loadRound(tx, input.roundId),
  run: async ({ tx, input: { drafts, remark }, row: round, context }) => {
    refuseClosedRound(round);
    const locked = await lockDrafts(tx, round.id, drafts);
    const seen = new Map(drafts.map(({ id, version }) => [id, version]));
    const impossible = locked.filter(({ id, state, version }) => state !== "submitted" || version !== seen.get(id));
    const [first] = impossible;
    if (first && locked.length === 1)
      throw new AppError(first.state === "submitted" ? "CONFLICT" : "DRAFT_NOT_SUBMITTED");
    if (first) {
      const named = await tx
        .select({ code: activities.code })
        .from(activities)
        .innerJoin(planEntries, sql`${planEntries.activityId} = ${activities.id}`)
        .where(
          inArray(
            planEntries.id,
            impossible.map(({ entryId }) => entryId),
          ),
        )
        .orderBy(activities.code);
      throw new AppError("DRAFTS_IMPOSSIBLE", { params: { entries: named.map(({ code }) => code).join(", ") } });
    }
    const ids = locked.map(({ id }) => id);
    await tx
      .update(roundDrafts)
      .set({ state: "returned", remark, updatedAt: context.now, version: sql`${roundDrafts.version} + 1` })
      .where(inArray(roundDrafts.id, ids));
    return {
      result: { returned: ids.length },
      audit: ids.map((subjectId) => ({
        subject: "round_drafts",
        subjectId,
        before: { state: "submitted" },
        after: { state: "returned", remark },
      })),
    };
  },
});
