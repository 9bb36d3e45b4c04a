import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { settings } from "@/db/schema/settings";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { defineCommand } from "@/server/define";
import { type HomeOrganisation, HomeOrganisationInput, homeOrganisationKey } from "../home-organisation";
import { readHomeOrganisation } from "./parts/home-organisation";

/** Saves the head, number, signature and receivers of official papers. @throws AppError CONFLICT with the fields as they stand */
export const saveHomeOrganisation = defineCommand({
  name: "report.saveHomeOrganisation",
  permission: "settings.update",
  input: HomeOrganisationInput,
  run: async ({ tx, input, actor, context }) => {
    const { version, ...value } = input;
    if ((await tx.$count(memberStates, eq(memberStates.code, value.stateCode))) === 0) {
      throw new AppError("INVALID_INPUT", { fields: [{ field: "stateCode", code: "UNKNOWN_CHOICE" }] });
    }
    const before = await readHomeOrganisation(tx);
    const changed = changedFields(before.value, value);
    if (before.version !== version) throw conflict(before);
    if (!changed) return { result: { version }, audit: null };
    const stamp = { value, updatedAt: context.now, updatedBy: actor.userId };
    if (!(await write(tx, version, stamp))) throw conflict(await readHomeOrganisation(tx));
    return {
      result: { version: version + 1 },
      audit: {
        subject: "settings",
        subjectId: null,
        ...changed,
        after: { ...changed.after, key: homeOrganisationKey },
      },
    };
  },
});

type Stamp = { value: HomeOrganisation; updatedAt: Date; updatedBy: number | null };

/** Writes over the version that was seen; false when somebody else wrote first. */
async function write(tx: Transaction, version: number, stamp: Stamp): Promise<boolean> {
  if (version === 0) {
    const made = await tx
      .insert(settings)
      .values({ key: homeOrganisationKey, ...stamp })
      .onConflictDoNothing()
      .returning({ key: settings.key });
    return made.length === 1;
  }
  const saved = await tx
    .update(settings)
    .set({ ...stamp, version: sql`${settings.version} + 1` })
    .where(and(eq(settings.key, homeOrganisationKey), eq(settings.version, version)))
    .returning({ key: settings.key });
  return saved.length === 1;
}

function conflict(now: { value: HomeOrganisation; version: number }): AppError {
  return new AppError("CONFLICT", { current: { ...now.value, version: String(now.version) } });
}
