import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import type { DeadlinePage } from "../server/get-deadline";
import { DueDay, hangsOn } from "./deadline-words";

/** When a deadline is due, what its day is counted from, and what it belongs to. */
export async function DeadlineFacts({ page: { deadline, today } }: { page: DeadlinePage }) {
  const t = await getTranslations("deadlines");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const { entryId, code, entryEn, entryLo, meetingId, meetingEn, meetingLo } = deadline;
  const meeting = meetingId !== null && (
    <Link href={`/meetings/${meetingId}` as Route} className="link">
      <BilingualText en={meetingEn} lo={meetingLo} {...words} />
    </Link>
  );
  const entry = entryId !== null && (
    <Link href={`/activities/${entryId}` as Route} className="link">
      <span>{code}</span> <BilingualText en={entryEn} lo={entryLo} {...words} />
    </Link>
  );
  const items = [
    { term: t("due"), value: <DueDay due={deadline} today={today} /> },
    {
      term: t("hangs"),
      value: (
        <>
          <span>{await hangsOn(deadline)}</span> {meeting && <span className="block">{meeting}</span>}
        </>
      ),
    },
    { term: t("belongs"), value: entry || meeting },
  ];
  return (
    <Card
      id="facts"
      title={t("facts")}
      meta={deadline.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
    >
      <DescriptionList items={items} />
    </Card>
  );
}
