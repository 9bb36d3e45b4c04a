import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defaultSilentAfter } from "@/domain/signals";
import type { Setting } from "@/server/settings";

const Silence = z.object({ days: z.number().int() });
export type Silence = z.output<typeof Silence>;

/**
 * The heads' setting: the number of days without an update after which an entry counts as silent.
 */
export const silence: Setting<Silence> = {
  key: "silence",
  schema: Silence,
  fallback: { days: defaultSilentAfter },
};

/**
 * The same number as part of a statement, so that no query can forget it or read a different one.
 */
export const silentAfter = sql`coalesce(
  (select (setting.value ->> 'days')::int from settings setting where setting.key = ${silence.key}), ${defaultSilentAfter}::int
)`;
