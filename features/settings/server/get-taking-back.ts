import "server-only";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { takingBack } from "@/server/register/taking-back";
import { readSetting } from "@/server/settings";

/** How long updates can be corrected and removed things restored, for the form that sets it. */
export const getTakingBack = defineQuery({
  name: "takingBack.get",
  permission: "settings.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const { value, version } = await readSetting(db, takingBack);
    return { ...value, version, can: { update: can(actor, "takingBack.update") } };
  },
});
