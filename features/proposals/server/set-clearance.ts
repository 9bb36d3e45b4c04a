import "server-only";
import { defineCommand } from "@/server/define";
import { clearance } from "@/server/entries/clearance";
import { saveSetting } from "@/server/settings";
import { SetClearanceInput } from "../schema";

/**
 * Says whether national clearance is asked for before submission. @throws AppError CONFLICT with
 * the setting as it stands
 */
export const setClearance = defineCommand({
  name: "clearance.update",
  permission: "clearance.update",
  input: SetClearanceInput,
  run: async ({ tx, input: { version, ...value }, context }) =>
    saveSetting({ tx, context }, clearance, { value, version }),
});
