import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActButton } from "@/components/form/act-button";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Plus } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { mark } from "../actions";
import { deadlinesAddress } from "../address";
import type { OwnDeadlineLine } from "../server/lib/own-deadline-lines";
import type { MilestoneList } from "../server/list-own-deadlines";
import { DueDay, hangsOn, OffMark } from "./deadline-words";

type Props = {
  found: MilestoneList;
  /** On a meeting's page each line names the activity or meeting that its deadline belongs to. */
  of: { entryId: number } | { meetingId: number };
  /** Shown below the lines. */
  children?: ReactNode;
};

/** The deadlines of an activity, or those counted from a meeting's days. */
export async function DeadlinesCard({ found: { lines, total, today, can }, of, children }: Props) {
  const t = await getTranslations("deadlines");
  const isOfMeeting = "meetingId" in of;
  const page = isOfMeeting ? `/meetings/${of.meetingId}` : `/activities/${of.entryId}`;
  if (lines.length === 0 && !can.write && !children) return null;
  return (
    <Card id="deadlines" title={t(isOfMeeting ? "ofMeeting" : "title")} meta={total > 0 && <Count value={total} />}>
      {lines.length === 0 && <p className="text-ink-2 text-sm">{t(isOfMeeting ? "noneOfMeeting" : "none")}</p>}
      <ul className="flex flex-col">
        {lines.map((line) => (
          <MilestoneItem key={line.id} line={line} today={today} canMark={can.write} isOfMeeting={isOfMeeting} />
        ))}
      </ul>
      {total > lines.length && (
        <Link href={deadlinesAddress.href({ kind: "milestone" })} className="link text-xs">
          {t("more", { count: total - lines.length })}
        </Link>
      )}
      {children}
      {can.write && (
        <ButtonLink
          href={`${page}/deadlines/new` as Route}
          icon={<Plus aria-hidden className="size-4" />}
          className="mt-2"
        >
          {t(isOfMeeting ? "addOfMeeting" : "add")}
        </ButtonLink>
      )}
    </Card>
  );
}

type ItemProps = { line: OwnDeadlineLine; today: string; canMark: boolean; isOfMeeting: boolean };

async function MilestoneItem({ line, today, canMark, isOfMeeting }: ItemProps) {
  const t = await getTranslations("deadlines");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const title = (locale === "lo" ? (line.titleLo ?? line.titleEn) : (line.titleEn ?? line.titleLo)) ?? "";
  const facts = [await hangsOn(line), line.moves > 0 && t("movedTimes", { count: line.moves })].filter(Boolean);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-b py-2 text-sm last:border-b-0">
      <div className="min-w-0 flex-1 basis-56">
        <Link href={`/deadlines/${line.id}` as Route} className="link">
          <BilingualText en={line.titleEn} lo={line.titleLo} {...words} />
        </Link>{" "}
        {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        <DueDay due={line} today={today} />
        {line.meetingOff && <OffMark off={line.meetingOff} isMeeting={false} />}
        <span className="block text-ink-2 text-xs">{facts.join(" · ")}</span>
        {isOfMeeting && line.entryId !== null && (
          <Link href={`/activities/${line.entryId}` as Route} className="link text-xs">
            <span>{line.code}</span> <BilingualText en={line.entryEn} lo={line.entryLo} {...words} />
          </Link>
        )}
      </div>
      {canMark && line.doneOn === null && (
        <ActButton
          action={mark}
          fields={{ deadlineId: line.id, version: line.version, done: "yes" }}
          label={t("markDone")}
          spoken={t("markDoneSpoken", { title })}
        />
      )}
    </li>
  );
}
