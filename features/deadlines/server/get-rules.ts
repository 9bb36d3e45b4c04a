import "server-only";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { readSetting } from "@/server/settings";
import { deadlineRules } from "./lib/rules";

/** The rules of funds and of completion, for the form that sets them. */
export const getRules = defineQuery({
  name: "deadlines.get",
  permission: "settings.read",
  input: z.object({}),
  run: async ({ db, actor }) => {
    const { value, version } = await readSetting(db, deadlineRules);
    return { rules: value, version, can: { update: can(actor, "deadlines.update") } };
  },
});

export type FoundRules = Awaited<ReturnType<typeof getRules>>;
