import "server-only";
import { and, eq } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { z } from "zod";
import { planEntries } from "@/db/schema/plan-entries";
import { ruleKinds, ruleState } from "@/domain/deadline-rules";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { readSetting } from "@/server/settings";
import { readNamedFunds, ruleRows } from "./lib/rule-rows";
import { deadlineRules } from "./lib/rules";

/**
 * What the rules of its fund and of completion require of an entry; nothing if the actor may not
 * see it.
 */
export const listRuleDeadlines = defineQuery({
  name: "deadlines.ofEntry",
  permission: "milestone.read",
  input: z.object({ entryId: rowId }),
  run: async ({ db, actor, input: { entryId }, context }) => {
    const day = today(context);
    const { value: rules } = await readSetting(db, deadlineRules);
    const funds = await readNamedFunds(db, rules);
    const which = and(eq(planEntries.id, entryId), visibleEntries(db, actor));
    const rows = await unionAll(...ruleRows(db, { rules, funds }, which));
    const lines = ruleKinds.flatMap((kind) =>
      rows.flatMap(({ dueOn, isPlanned, isDone: isMet, ...row }) =>
        row.kind === kind
          ? [{ kind, dueOn, isPlanned, isMet, state: ruleState({ dueOn, isPlanned, isMet }, day) }]
          : [],
      ),
    );
    return { lines, today: day, rules };
  },
});

export type RuleDeadlines = Awaited<ReturnType<typeof listRuleDeadlines>>;
export type RuleLine = RuleDeadlines["lines"][number];
