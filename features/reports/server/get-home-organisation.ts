import "server-only";
import { asc } from "drizzle-orm";
import { z } from "zod";
import { memberStates } from "@/db/schema/member-states";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { readSetting } from "@/server/settings";
import { homeOrganisation } from "../home-organisation";

/** The home organisation as printed on documents, and the member states it may belong to. */
export const getHomeOrganisation = defineQuery({
  name: "report.getHomeOrganisation",
  permission: "settings.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const [home, states] = await Promise.all([
      readSetting(db, homeOrganisation),
      db
        .select({ code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
        .from(memberStates)
        .orderBy(asc(memberStates.protocolOrder)),
    ]);
    return { ...home, states, can: { update: can(actor, "settings.update") } };
  },
});
