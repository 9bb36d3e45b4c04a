import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatDay, formatPercent } from "@/i18n/format";
import type { DeskLine } from "../server/get-my-desk";

type Props = {
  lines: readonly DeskLine[];
  label: string;
  /** The address that updates a line and then those after it; null if the reader may not. */
  hrefOf: ((line: DeskLine) => Route) | null;
};

/** Work that waits, each with why it is here and one act. */
export function DeskRows({ lines, label, hrefOf }: Props) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {lines.map((line) => (
        <DeskRow key={line.id} line={line} href={hrefOf?.(line) ?? null} />
      ))}
    </ul>
  );
}

async function DeskRow({ line, href }: { line: DeskLine; href: Route | null }) {
  const t = await getTranslations("desk");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { id, code, titleEn, titleLo, status, schedule, progress } = line;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2.5 text-sm last:border-b-0">
      <div className="min-w-0 flex-1 basis-72">
        <Link href={`/activities/${id}` as Route} className="link">
          <span translate="no" className="whitespace-nowrap">
            {code}
          </span>{" "}
          <BilingualText en={titleEn} lo={titleLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </Link>{" "}
        {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        <Reason line={line} />
      </div>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {status && <StatusBadge status={status} label={terms(`status.${status}`)} />}
        {schedule && <ScheduleBadge schedule={schedule} label={terms(`schedule.${schedule}`)} />}
        {progress !== null && <span className="tabular-nums">{formatPercent(progress, locale)}</span>}
      </span>
      {href && (
        <ButtonLink href={href} aria-label={t("updateName", { code })}>
          {t("update")}
        </ButtonLink>
      )}
    </li>
  );
}

/** Why a row is here. */
async function Reason({ line }: { line: DeskLine }) {
  const t = await getTranslations("desk.why");
  const locale = await getLocale();
  const { isLate, status, plannedStartOn, plannedEndOn, waitingDays, lastReportedOn } = line;
  const fresh = lastReportedOn === null ? t("notDue") : t("updated", { day: formatDay(lastReportedOn, locale) });
  const waiting = waitingDays > 0 ? t("waiting", { days: waitingDays }) : fresh;
  const lateOn = status === "not_started" ? plannedStartOn : plannedEndOn;
  const late =
    isLate && lateOn && t(status === "not_started" ? "notBegun" : "overEnd", { day: formatDay(lateOn, locale) });
  return (
    <span className="block text-ink-2 text-xs">
      {late && <span className="text-warn">{`${late} · `}</span>}
      <span className={line.isSilent ? "text-warn" : undefined}>{waiting}</span>
    </span>
  );
}
