import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { DashedMark } from "@/components/ui/marks";
import { SourceList } from "@/components/ui/source-list";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatImpreciseDay } from "@/i18n/format";

/**
 * The decisions of meetings, each with the verb as printed, in the language of the outcome
 * document.
 */
export async function DecisionsCard({ decisions }: Pick<EntryPage, "decisions">) {
  const t = await getTranslations("activity");
  const meetings = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  return (
    <Card
      id="decisions"
      title={t("sections.decisions")}
      meta={decisions.length > 0 && <Count value={decisions.length} />}
    >
      {decisions.length === 0 && <p className="text-ink-2 text-sm">{t("noDecisions")}</p>}
      <ul className="flex flex-col gap-2.5">
        {decisions.map((decision) => (
          <li key={decision.id} id={`decision-${decision.id}`} className="text-sm">
            <span className="flex flex-wrap items-center gap-1.5">
              <Link href={`/meetings/${decision.meeting.id}` as Route} className="link font-medium">
                {decision.meeting.code}
              </Link>
              <Tag>
                <span lang={/\p{Script=Lao}/u.test(decision.verbPrinted) ? "lo" : "en"}>{decision.verbPrinted}</span>
              </Tag>
              <span className="text-ink-2 text-xs">{terms(`outcomeOfDecision.${decision.outcome}`)}</span>
              {decision.isPending && <DashedMark label={meetings("pending")} />}
              {decision.correctsId !== null && <Tag>{meetings("correction")}</Tag>}
            </span>
            <span className="block text-ink-2 text-xs">
              <span>{formatImpreciseDay(decision.meeting.lastOn, decision.meeting.precision, locale)}</span>
              {decision.agendaNo && <span>{` · ${meetings("agendaNo", { no: decision.agendaNo })}`}</span>}
              {decision.reference && <span>{` · ${decision.reference}`}</span>}
            </span>
            <BilingualText
              en={decision.textEn}
              lo={decision.textLo}
              locale={locale}
              notTranslatedLabel={ui("notYetTranslated")}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The sources of the facts. */
export async function SourcesCard({ sources }: Pick<EntryPage, "sources">) {
  const t = await getTranslations("activity");
  const locale = await getLocale();
  return (
    <Card id="sources" title={t("sections.sources")}>
      {sources.length === 0 && <p className="text-ink-2 text-sm">{t("noSources")}</p>}
      <SourceList sources={sources} locale={locale} />
    </Card>
  );
}
