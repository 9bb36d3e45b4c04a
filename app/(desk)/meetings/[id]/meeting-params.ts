import type { Metadata } from "next";
import { cache } from "react";
import { getMeeting } from "@/features/meetings/server/get-meeting";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

export type MeetingParams = Promise<{ id: string }>;

/** Cached per request, because the page and its metadata both need it. */
const readMeeting = cache((context: Context, meetingId: number) =>
  getMeeting(context, { meetingId }).catch(toNotFound),
);

/** The meeting of this address; not found if the address has no valid id. */
export async function meetingOf(context: Context, params: MeetingParams) {
  return readMeeting(context, await rowIdOf(params));
}

/** The title in the reader's language, otherwise in English. */
export function titleOf(meeting: { titleEn: string; titleLo: string | null }, locale: "en" | "lo"): string {
  return (locale === "lo" ? meeting.titleLo : null) ?? meeting.titleEn;
}

/** The title of a page that belongs to the meeting, for the tab and the history of the browser. */
export async function meetingTitle(params: MeetingParams, page: string): Promise<Metadata> {
  const context = await pageContext();
  const { meeting } = await meetingOf(context, params);
  return { title: `${page} · ${titleOf(meeting, context.locale)}` };
}
