import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { settings } from "@/db/schema/settings";
import type { Actor } from "@/domain/roles";

/** The key of the setting that names the home organisation, for its reports and for its state. */
export const homeOrganisationKey = "home_organisation";
/** The member state of the home organisation until an administrator saves another. */
export const defaultHomeState = "LA";

/** The state whose entries are one's own: a focal point's, otherwise the home organisation's. */
export async function ownStateId(db: Pick<Database, "select">, actor: Actor): Promise<number | null> {
  if (actor.role === "focal") return actor.memberStateId;
  const [saved] = await db
    .select({ code: sql<string | null>`${settings.value} ->> 'stateCode'` })
    .from(settings)
    .where(eq(settings.key, homeOrganisationKey));
  const [state] = await db
    .select({ id: memberStates.id })
    .from(memberStates)
    .where(eq(memberStates.code, saved?.code ?? defaultHomeState));
  return state?.id ?? null;
}
