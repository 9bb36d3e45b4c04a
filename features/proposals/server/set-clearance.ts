import "server-only";
import { defineCommand } from "@/server/define";
import { clearance } from "@/server/entries/clearance";
import { saveSetting } from "@/server/settings";
import { SetClearanceInput } from "../schema";

/**
 * Sets whether national clearance is required before submission.
 * @throws AppError CONFLICT with the current setting
 */
export const setClearance = defineCommand({
  name: "clearance.update",
  permission: "clearance.update",
  input: SetClearanceInput,
  run: async ({ tx, input: { version, ...value }, context }) =>
    saveSetting({ tx, context }, clearance, { value, version }),
});
