import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { boolean, date, integer, text, timestamp } from "drizzle-orm/pg-core";

/** Surrogate key, made by the database alone. */
export const id = () => integer("id").primaryKey().generatedAlwaysAsIdentity();

/** A calendar day, `YYYY-MM-DD`; never a moment in time. */
export const day = (name: string) => date(name, { mode: "string" });

/** A moment in time, stored as UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** Counts up with every change; an update names the version it saw. */
export const version = () => integer("version").notNull().default(1);

/** A name in the two languages; Lao may be missing and is then shown as missing. */
export const names = () => ({ nameEn: text("name_en").notNull(), nameLo: text("name_lo") });

/** The Lao name was made for this register and is shown as a translation. */
export const loIsTranslation = () => boolean("lo_is_translation").notNull().default(false);

/** `column in ('a', 'b', …)` for a CHECK constraint, from the list that the domain declares. */
export function oneOf(column: AnyColumn, values: readonly string[]): SQL {
  const list = values.map((value) => `'${value}'`).join(", ");
  return sql`${column} in (${sql.raw(list)})`;
}
