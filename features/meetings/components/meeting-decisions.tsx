import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { ArrowRight } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { EmptyState } from "@/components/ui/states";
import { Table, Td, Th } from "@/components/ui/table";
import { hasLao } from "@/domain/lao-text";
import type { MeetingPage } from "../server/get-meeting";

type Decision = MeetingPage["decisions"][number];

/** What the meeting said of each entry, with the verb as printed and the step it led to. */
export async function MeetingDecisions({ page: { decisions }, seesAll }: { page: MeetingPage; seesAll: boolean }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  return (
    <Card id="decisions" title={t("decided")} meta={decisions.length || undefined}>
      {decisions.length === 0 ? (
        <EmptyState title={t(seesAll ? "none" : "noneOfYours")}>{seesAll && t("noneHint")}</EmptyState>
      ) : (
        <Table label={t("decisions")}>
          <thead>
            <tr>
              <Th className="min-w-48">{terms("noun.activity")}</Th>
              <Th>{terms("noun.workPlan")}</Th>
              <Th>{terms("noun.decision")}</Th>
              <Th>{t("stage")}</Th>
            </tr>
          </thead>
          <tbody>
            {decisions.map((decision) => (
              <DecisionRow key={decision.id} decision={decision} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

async function DecisionRow({ decision }: { decision: Decision }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const { agendaNo, reference } = decision;
  return (
    <tr>
      <Th scope="row">
        <Link href={`/activities/${decision.entryId}#decision-${decision.id}` as Route} className="link">
          {decision.code} <BilingualText en={decision.titleEn} lo={decision.titleLo} {...words} />
        </Link>{" "}
        {decision.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </Th>
      <Td>
        <BilingualText en={decision.planEn} lo={decision.planLo} {...words} />
      </Td>
      <Td>
        <span className="flex flex-wrap items-center gap-1.5">
          <Tag>
            <span lang={hasLao(decision.verbPrinted) ? "lo" : "en"}>{decision.verbPrinted}</span>
          </Tag>
          <span className="text-ink-2 text-xs">{terms(`outcomeOfDecision.${decision.outcome}`)}</span>
        </span>
        {(agendaNo || reference) && (
          <span className="block text-ink-2 text-xs">
            {[agendaNo && t("agenda", { no: agendaNo }), reference].filter(Boolean).join(" · ")}
          </span>
        )}
        <BilingualText en={decision.textEn} lo={decision.textLo} {...words} />
      </Td>
      <Td>
        <Step from={decision.stageFrom} to={decision.stageTo} />
      </Td>
    </tr>
  );
}

async function Step({ from, to }: { from: Decision["stageFrom"]; to: Decision["stageTo"] }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  if (!to) return "–";
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {from && from !== to && (
        <>
          <span className="sr-only">{t("from")}</span>
          <StageBadge stage={from} label={terms(`stage.${from}`)} tone="past" />
          <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
          <span className="sr-only">{t("to")}</span>
        </>
      )}
      <StageBadge stage={to} label={terms(`stage.${to}`)} />
    </span>
  );
}
