import type { Metadata } from "next";
import { titleTranslations } from "@/i18n/page-title";
import type { MeetingParams } from "../meeting-params";
import { OffPage } from "../off-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("meetings.off"))("cancelTitle") };
}

export default function CancelMeetingPage({ params }: { params: MeetingParams }) {
  return <OffPage params={params} act="cancel" />;
}
