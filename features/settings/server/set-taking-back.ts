import "server-only";
import { defineCommand } from "@/server/define";
import { takingBack } from "@/server/register/taking-back";
import { saveSetting } from "@/server/settings";
import { SetTakingBackInput } from "../schema";

/**
 * Sets for how long updates can be corrected and removed things restored.
 * @throws AppError CONFLICT with the current setting
 */
export const setTakingBack = defineCommand({
  name: "takingBack.update",
  permission: "takingBack.update",
  input: SetTakingBackInput,
  run: async ({ tx, input: { version, ...value }, context }) =>
    saveSetting({ tx, context }, takingBack, { value, version }),
});
