import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database, Transaction } from "@/db/client";
import { settings } from "@/db/schema/settings";
import { AppError } from "@/domain/errors";
import { changedFields } from "./audit";
import type { Context } from "./context";
import type { Done } from "./define";

type Value = Readonly<Record<string, string | number | null>>;

/** One row of `settings`: its schema, and the value that applies until somebody saves one. */
export type Setting<T extends Value> = { readonly key: string; readonly schema: z.ZodType<T>; readonly fallback: T };

export type Stored<T extends Value> = { value: T; version: number };

/** The saved setting, or its fallback as version 0. */
export async function readSetting<T extends Value>(
  db: Pick<Database, "select">,
  { key, schema, fallback }: Setting<T>,
): Promise<Stored<T>> {
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  if (!row) return { value: fallback, version: 0 };
  return { value: schema.parse(row.value), version: row.version };
}

/**
 * Saves the setting over the version that was seen; writes nothing if the value is unchanged.
 * @returns the result of the command, with the audit row
 * @throws AppError CONFLICT with the present setting, if somebody else saved first
 */
export async function saveSetting<T extends Value>(
  { tx, context }: { tx: Transaction; context: Context },
  setting: Setting<T>,
  { value, version }: Stored<T>,
): Promise<Done<{ version: number }>> {
  const before = await readSetting(tx, setting);
  if (before.version !== version) throw conflict(before);
  const changed = changedFields(before.value, value);
  if (!changed) return { result: { version }, audit: null };
  const stamp = { value, updatedAt: context.now, updatedBy: context.actor.userId };
  if (!(await write(tx, setting.key, version, stamp))) throw conflict(await readSetting(tx, setting));
  return {
    result: { version: version + 1 },
    audit: { subject: "settings", subjectId: null, ...changed, after: { ...changed.after, key: setting.key } },
  };
}

type Stamp = { value: Value; updatedAt: Date; updatedBy: number | null };

/** Writes over the version that was seen; false if somebody else wrote first. */
async function write(tx: Transaction, key: string, version: number, stamp: Stamp): Promise<boolean> {
  if (version === 0) {
    const made = await tx
      .insert(settings)
      .values({ key, ...stamp })
      .onConflictDoNothing()
      .returning({ key: settings.key });
    return made.length === 1;
  }
  const saved = await tx
    .update(settings)
    .set({ ...stamp, version: sql`${settings.version} + 1` })
    .where(and(eq(settings.key, key), eq(settings.version, version)))
    .returning({ key: settings.key });
  return saved.length === 1;
}

function conflict<T extends Value>({ value, version }: Stored<T>): AppError {
  const fields = Object.entries(value).map(([name, text]) => [name, text === null ? "" : String(text)]);
  return new AppError("CONFLICT", { current: { ...Object.fromEntries(fields), version: String(version) } });
}
