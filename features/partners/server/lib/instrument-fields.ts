import "server-only";
import type { instruments } from "@/db/schema/instruments";

/** The fields of an instrument by their form names. */
export function instrumentFields(row: typeof instruments.$inferSelect): Record<string, string> {
  const { id: _id, partnerId: _partner, isSample: _sample, createdAt: _made, updatedAt: _at, ...fields } = row;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "boolean" ? (value ? "on" : "") : String(value ?? ""),
    ]),
  );
}
