import "server-only";
import { defineCommand } from "@/server/define";
import { silence } from "@/server/register/silence";
import { saveSetting } from "@/server/settings";
import { SetSilenceInput } from "../schema";

/**
 * Sets after how many days without an update an entry counts as silent.
 * @throws AppError CONFLICT with the current setting
 */
export const setSilence = defineCommand({
  name: "silence.update",
  permission: "silence.update",
  input: SetSilenceInput,
  run: async ({ tx, input: { version, ...value }, context }) =>
    saveSetting({ tx, context }, silence, { value, version }),
});
