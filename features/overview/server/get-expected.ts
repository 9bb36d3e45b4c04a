import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { memberStates } from "@/db/schema/member-states";
import { visibility } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { silence } from "@/server/register/silence";
import { readSetting } from "@/server/settings";
import {
  countOwedShares,
  readComingMeetings,
  readOwedShares,
  readSilentEntries,
  readSilentPlans,
} from "./lib/expected-of";

/** The most lines of each kind. The first page shows the most urgent; links lead to the rest. */
const limits = { entries: 8, shares: 8, meetings: 4 };

/**
 * What is expected of a focal point's state: updates, reports of its shares, coming meetings. Null
 * for other actors.
 */
export const getExpected = defineQuery({
  name: "overview.getExpected",
  permission: "overview.read",
  input: z.object({}),
  run: async ({ db, actor, context }) => {
    const seen = visibility(actor);
    // Nothing is expected when looking back.
    if (seen.kind !== "state" || context.asOf) return null;
    const scope = { db, actor, today: today(context), stateId: seen.memberStateId };
    const [[state], entries, entryPlans, shares, byPlan, meetings, { value: quiet }] = await Promise.all([
      db
        .select({ code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
        .from(memberStates)
        .where(eq(memberStates.id, seen.memberStateId)),
      readSilentEntries(scope, limits.entries),
      readSilentPlans(scope),
      readOwedShares(scope, limits.shares),
      countOwedShares(scope),
      readComingMeetings(scope, limits.meetings),
      readSetting(db, silence),
    ]);
    if (!state) return null;
    return { state, entries, entryPlans, shares, byPlan, meetings, silentAfter: quiet.days };
  },
});

export type Expected = NonNullable<Awaited<ReturnType<typeof getExpected>>>;
