import "server-only";
import { and } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { notCarried, readUnfinished, unfinished } from "./lib/read-unfinished";
import { readUnfinishedCounts } from "./lib/unfinished-counts";

/** The most entries that the page lists; the rest are counted. */
const named = 50;

/**
 * What a plan would leave unfinished if it were closed now: counts, and the entries that no other
 * plan continues.
 */
export const getClosing = defineQuery({
  name: "plan.getClosing",
  permission: "plan.close",
  input: z.object({ planId: rowId }),
  run: async ({ db, actor, input: { planId } }) => {
    const which = and(unfinished(), notCarried(db));
    const [counts, left] = await Promise.all([
      readUnfinishedCounts(db, actor, planId),
      readUnfinished(db, actor, { planId, targetId: null, which, limit: named }),
    ]);
    return { counts, left };
  },
});

export type ClosingPage = Awaited<ReturnType<typeof getClosing>>;
