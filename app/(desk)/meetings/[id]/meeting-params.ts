import { getMeeting } from "@/features/meetings/server/get-meeting";
import type { Context } from "@/server/context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type MeetingParams = Promise<{ id: string }>;

/** The meeting of this address; an address that is no id is not found. */
export async function meetingOf(context: Context, params: MeetingParams) {
  return getMeeting(context, { meetingId: await rowIdOf(params) }).catch(toNotFound);
}

/** The title in the reader's language, or in English. */
export function titleOf(meeting: { titleEn: string; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn;
}
