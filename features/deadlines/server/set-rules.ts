import "server-only";
import { defineCommand } from "@/server/define";
import { saveSetting } from "@/server/settings";
import { SetRulesInput } from "../schema";
import { deadlineRules } from "./lib/rules";

/**
 * Says what funds and completion ask, and by when. @throws AppError CONFLICT with the setting as it
 * stands
 */
export const setRules = defineCommand({
  name: "deadlines.update",
  permission: "deadlines.update",
  input: SetRulesInput,
  run: async ({ tx, input: { version, ...value }, context }) =>
    saveSetting({ tx, context }, deadlineRules, { value, version }),
});
