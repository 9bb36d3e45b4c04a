import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readSetting } from "@/server/settings";
import { readRuleLines } from "./parts/rule-lines";
import { deadlineRules } from "./parts/rules";

/** What the rules of its fund and of completion ask of an entry; nothing of one that the actor may not see. */
export const listRuleDeadlines = defineQuery({
  name: "deadlines.ofEntry",
  permission: "milestone.read",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId }, context }) => {
    const day = today(context);
    const lines = await readRuleLines({ db, actor, today: day }, eq(planEntries.id, entryId));
    return { lines, today: day, rules: (await readSetting(db, deadlineRules)).value };
  },
});

export type RuleDeadlines = Awaited<ReturnType<typeof listRuleDeadlines>>;
