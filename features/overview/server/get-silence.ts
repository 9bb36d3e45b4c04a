import "server-only";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { silence } from "@/server/register/silence";
import { readSetting } from "@/server/settings";

/**
 * The number of days without an update after which an entry counts as silent, for the form that
 * sets it.
 */
export const getSilence = defineQuery({
  name: "silence.get",
  permission: "overview.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const { value, version } = await readSetting(db, silence);
    return { ...value, version, can: { update: can(actor, "silence.update") } };
  },
});
