import "server-only";
import { eq } from "drizzle-orm";
import { memberStates } from "@/db/schema/member-states";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { saveSetting } from "@/server/settings";
import { HomeOrganisationInput, homeOrganisation } from "../home-organisation";

/**
 * Saves the head, number, signature and receivers of official documents.
 * @throws AppError CONFLICT with the current fields
 */
export const saveHomeOrganisation = defineCommand({
  name: "report.saveHomeOrganisation",
  permission: "settings.update",
  input: HomeOrganisationInput,
  run: async ({ tx, input, context }) => {
    const { version, ...value } = input;
    if ((await tx.$count(memberStates, eq(memberStates.code, value.stateCode))) === 0) {
      throw new AppError("INVALID_INPUT", { fields: [{ field: "stateCode", code: "UNKNOWN_CHOICE" }] });
    }
    return saveSetting({ tx, context }, homeOrganisation, { value, version });
  },
});
