import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { settings } from "@/db/schema/settings";
import { defaultHomeOrganisation, HomeOrganisation, homeOrganisationKey } from "../../home-organisation";

export type StoredHomeOrganisation = { value: HomeOrganisation; version: number };

/** The setting as saved; until then the default, as version 0. */
export async function readHomeOrganisation(db: Pick<Database, "select">): Promise<StoredHomeOrganisation> {
  const [row] = await db.select().from(settings).where(eq(settings.key, homeOrganisationKey));
  if (!row) return { value: defaultHomeOrganisation, version: 0 };
  return { value: HomeOrganisation.parse(row.value), version: row.version };
}
