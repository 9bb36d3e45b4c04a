import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { DashedMark, SampleMark } from "@/components/ui/marks";
import { EmptyState } from "@/components/ui/states";
import { Table, Td, Th } from "@/components/ui/table";
import { hasLao } from "@/domain/lao-text";
import { withdrawDecision } from "../actions";
import type { MeetingPage } from "../server/get-meeting";
import { StageStep } from "./stage-step";

type Decision = MeetingPage["decisions"][number];

/** The meeting's decisions on entries, each with the verb as printed and the change of stage. */
export async function MeetingDecisions({ page, seesAll }: { page: MeetingPage; seesAll: boolean }) {
  const { decisions, can, meeting } = page;
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  return (
    <Card id="decisions" title={t("decided")} meta={decisions.length > 0 && <Count value={decisions.length} />}>
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
              {can.decide && (
                <Th>
                  <span className="sr-only">{t("acts")}</span>
                </Th>
              )}
            </tr>
          </thead>
          <tbody>
            {decisions.map((decision) => (
              <DecisionRow key={decision.id} decision={decision} meetingId={meeting.id} canDecide={can.decide} />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

type RowProps = { decision: Decision; meetingId: number; canDecide: boolean };

async function DecisionRow({ decision, meetingId, canDecide }: RowProps) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <tr>
      <Th scope="row">
        <Link href={`/activities/${decision.entryId}#decision-${decision.id}` as Route} className="link">
          <span>{decision.code}</span> <BilingualText en={decision.titleEn} lo={decision.titleLo} {...words} />
        </Link>{" "}
        {decision.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </Th>
      <Td>
        <BilingualText en={decision.planEn} lo={decision.planLo} {...words} />
      </Td>
      <Td>
        <DecisionText decision={decision} />
      </Td>
      <Td>
        <StageStep from={decision.stageFrom} to={decision.stageTo} />
      </Td>
      {canDecide && (
        <Td>
          <Acts decision={decision} meetingId={meetingId} />
        </Td>
      )}
    </tr>
  );
}

async function DecisionText({ decision }: { decision: Decision }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { agendaNo, reference, isPending, correctsId } = decision;
  return (
    <>
      <span className="flex flex-wrap items-center gap-1.5">
        <Tag>
          <span lang={hasLao(decision.verbPrinted) ? "lo" : "en"}>{decision.verbPrinted}</span>
        </Tag>
        <span className="text-ink-2 text-xs">{terms(`outcomeOfDecision.${decision.outcome}`)}</span>
        {isPending && <DashedMark label={t("pending")} />}
        {correctsId !== null && <Tag>{t("correction")}</Tag>}
      </span>
      {(agendaNo || reference) && (
        <span className="block text-ink-2 text-xs">
          {[agendaNo && t("agendaNo", { no: agendaNo }), reference].filter(Boolean).join(" · ")}
        </span>
      )}
      <BilingualText
        en={decision.textEn}
        lo={decision.textLo}
        locale={locale}
        notTranslatedLabel={ui("notYetTranslated")}
      />
    </>
  );
}

/**
 * A pending decision can be removed. One that has taken effect can be corrected if no later
 * decision depends on it.
 */
async function Acts({ decision, meetingId }: { decision: Decision; meetingId: number }) {
  const t = await getTranslations("meetings");
  const { code, id } = decision;
  if (decision.isPending)
    return (
      <ActButton
        action={withdrawDecision}
        fields={{ decisionId: id }}
        look="quiet"
        label={t("withdraw")}
        spoken={t("withdrawSpoken", { code })}
        question={t("confirmWithdraw")}
      />
    );
  if (!decision.isLatest) return null;
  return (
    <ButtonLink
      href={`/meetings/${meetingId}/decisions/${id}` as Route}
      look="quiet"
      aria-label={t("correctSpoken", { code })}
    >
      {t("correct")}
    </ButtonLink>
  );
}
