import "server-only";
import { and, eq, isNull, notInArray, or, type SQL } from "drizzle-orm";
import { planEntries } from "@/db/schema/plan-entries";

/** Condition of the entries that a round covers: approved, and neither completed nor cancelled. */
export function openForReporting(): SQL | undefined {
  return and(
    eq(planEntries.stage, "approved"),
    or(isNull(planEntries.status), notInArray(planEntries.status, ["completed", "cancelled"])),
  );
}
