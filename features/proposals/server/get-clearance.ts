import "server-only";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { clearance } from "@/server/entries/clearance";
import { readSetting } from "@/server/settings";

/** The setting whether national clearance is required before submission, for its form. */
export const getClearance = defineQuery({
  name: "clearance.get",
  permission: "settings.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const { value, version } = await readSetting(db, clearance);
    return { ...value, version, can: { update: can(actor, "clearance.update") } };
  },
});
