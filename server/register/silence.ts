import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defaultSilentAfter } from "@/domain/signals";
import type { Setting } from "@/server/settings";

const Silence = z.object({ days: z.number().int() });
export type Silence = z.output<typeof Silence>;

/** The manager's setting: after how many days without an update an entry counts as silent. */
export const silence: Setting<Silence> = {
  key: "silence",
  schema: Silence,
  fallback: { days: defaultSilentAfter },
};

/**
 * The same number within a statement, so that whoever counts or lists by it can neither forget it
 * nor read another one.
 */
export const silentAfter = sql`coalesce(
  (select (setting.value ->> 'days')::int from settings setting where setting.key = ${silence.key}), ${defaultSilentAfter}::int
)`;
