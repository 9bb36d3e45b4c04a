import "server-only";
import type { meetings } from "@/db/schema/meetings";
import { shownDays } from "@/domain/meeting-days";

/** The fields of a meeting by their form names. */
export function meetingFields(row: typeof meetings.$inferSelect): Record<string, string> {
  const { titleEn, titleLo, ordinal, cycleId, placeEn, placeLo, hostStateId, chairStateId, version } = row;
  const { chairName, themeEn, themeLo } = row;
  const { firstOn, firstPrecision, lastOn, lastPrecision } = shownDays(row);
  const fields = {
    titleEn,
    titleLo,
    ordinal,
    cycleId,
    placeEn,
    placeLo,
    hostStateId,
    chairStateId,
    version,
    chairName,
    themeEn,
    themeLo,
    firstOn,
    firstPrecision,
    lastOn,
    lastPrecision,
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? "")]));
}
