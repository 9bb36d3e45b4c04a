import "server-only";
import { gte, isNull, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** True if a row of reference data may still be chosen on this day: its last day is not past. */
export function notOver(validTo: AnyPgColumn, day: string): SQL | undefined {
  return or(isNull(validTo), gte(validTo, day));
}
