import "server-only";
import { defineCommand } from "@/server/define";
import { saveSetting } from "@/server/settings";
import { SetRulesInput } from "../schema";
import { deadlineRules } from "./lib/rules";

/**
 * Sets the rules of funds and of completion.
 * @throws AppError CONFLICT with the current setting
 */
export const setRules = defineCommand({
  name: "deadlines.update",
  permission: "deadlines.update",
  input: SetRulesInput,
  run: async ({ tx, input: { version, ...value }, context }) =>
    saveSetting({ tx, context }, deadlineRules, { value, version }),
});
