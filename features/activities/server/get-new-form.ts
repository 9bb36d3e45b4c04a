import "server-only";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";

/** Whether the actor may create an activity. */
export const getNewForm = defineQuery({
  name: "activity.getNewForm",
  permission: "activity.read",
  input: z.object({}),
  run: async ({ actor }) => ({ canCreate: can(actor, "activity.create") }),
});
