import "server-only";
import type { milestones } from "@/db/schema/milestones";

type Column = "titleEn" | "titleLo" | "anchor" | "fixedOn" | "meetingId" | "offsetDays" | "version";

/** The fields of a deadline by their form names. */
export function deadlineFields(row: Pick<typeof milestones.$inferSelect, Column>): Record<string, string> {
  const { titleEn, titleLo, anchor, fixedOn, meetingId, offsetDays, version } = row;
  return {
    titleEn: titleEn ?? "",
    titleLo: titleLo ?? "",
    anchor,
    fixedOn: fixedOn ?? "",
    meetingId: meetingId === null ? "" : String(meetingId),
    days: String(Math.abs(offsetDays)),
    side: offsetDays > 0 ? "after" : "before",
    version: String(version),
  };
}
