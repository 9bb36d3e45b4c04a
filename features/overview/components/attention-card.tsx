import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Glyph } from "@/components/ui/glyphs";
import { Clock, Languages } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { type AttentionSignal, attentionSignals } from "@/domain/signals";
import { formatDay } from "@/i18n/format";
import type { AttentionLine } from "@/server/register/entry-lines";
import type { Overview } from "@/server/register/read-overview";
import type { RowsHref } from "../rows-filter";
import { EntryLine } from "./entry-line";
import { FigureLink } from "./figure-link";

type Props = { overview: Overview; rowsHref: RowsHref };

/** Entries that do not go as planned, and titles that a report would show in the wrong language. */
export async function AttentionCard({ overview, rowsHref }: Props) {
  const t = await getTranslations("overview.attention");
  const list = await getTranslations("activities.signal");
  const { attention, signals, ownState, period, silentAfter } = overview;
  const all = rowsHref({ period: [period.code], signal: [...attentionSignals] });
  return (
    <Card
      id="attention"
      title={t("title")}
      action={attention.length > 0 ? <Link href={all}>{t("all")}</Link> : undefined}
    >
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-xs">
        {attentionSignals.map((signal) => (
          <li key={signal} className="inline-flex items-center gap-1.5">
            <span>{list(signal)}</span>:
            <FigureLink
              href={rowsHref({ period: [period.code], signal: [signal] })}
              label={`${list(signal)}: ${signals[signal]}`}
            >
              {signals[signal]}
            </FigureLink>
          </li>
        ))}
      </ul>
      {attention.length === 0 && <p className="py-2 text-ink-2 text-sm">{t("none")}</p>}
      <ul>
        {attention.map((line) => (
          <AttentionRow key={line.id} line={line} ownState={ownState} silentAfter={silentAfter} />
        ))}
        {signals.untranslated > 0 && (
          <li className="flex items-start gap-2 border-line border-t py-1.5 text-sm">
            <Languages aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
            <Link href={rowsHref({ period: [period.code], signal: ["untranslated"] })} className="link min-h-6">
              {t("untranslated", { count: signals.untranslated })}
            </Link>
          </li>
        )}
      </ul>
    </Card>
  );
}

type RowProps = { line: AttentionLine; ownState: string | null; silentAfter: number };

async function AttentionRow({ line, ownState, silentAfter }: RowProps) {
  const reasons = await Promise.all(line.signals.map((signal) => reasonOf(signal, line, silentAfter)));
  const isGrave = line.signals.includes("delayed");
  const isRisk = line.signals.includes("at_risk");
  return (
    <li className="flex items-start gap-2 border-line border-t py-1.5 text-sm">
      {isGrave || isRisk ? (
        <Glyph
          name={isGrave ? "delayed" : "at_risk"}
          className={isGrave ? "mt-1 size-4 text-bad" : "mt-1 size-4 text-warn"}
        />
      ) : (
        <Clock aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" />
      )}
      <div className="min-w-0">
        <EntryLine line={line} ownState={ownState} />
        <p className="text-ink-2 text-xs">{reasons.join(" · ")}</p>
      </div>
    </li>
  );
}

/** The reason for the signal, with its day. */
async function reasonOf(signal: AttentionSignal, line: AttentionLine, silentAfter: number): Promise<string> {
  const t = await getTranslations("overview.attention.reason");
  const locale = await getLocale();
  const day = (value: string | null) => (value ? formatDay(value, locale) : "");
  if (signal === "silent") {
    return line.lastReportedOn ? t("silent", { day: day(line.lastReportedOn), days: silentAfter }) : t("neverReported");
  }
  if (signal !== "late") return t(signal);
  const hasToBegin = line.status === "not_started" && line.plannedStartOn;
  return hasToBegin ? t("lateStart", { day: day(line.plannedStartOn) }) : t("lateEnd", { day: day(line.plannedEndOn) });
}
