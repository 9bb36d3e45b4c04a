import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OtherLanguage } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { DashedMark, NotYetTranslatedMark, SampleMark } from "@/components/ui/marks";
import { PageHeader } from "@/components/ui/page-header";
import { ScheduleBadge } from "@/components/ui/schedule-badge";
import { StageBadge } from "@/components/ui/stage-badge";
import { StateCode } from "@/components/ui/state-code";
import { StatusBadge } from "@/components/ui/status-badge";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { keepLaoWords } from "@/i18n/lao-words";
import { DraftButtons } from "./draft-buttons";

/**
 * Code, lead, stage and status; the title in both languages; the actions that the reader may take.
 */
export async function EntryHeader({ page, ownState }: { page: EntryPage; ownState: string | null }) {
  const { entry, activity, can } = page;
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const own = locale === "lo" ? activity.titleLo : activity.titleEn;
  const title = own ?? activity.titleEn ?? activity.titleLo ?? "";
  const language = own ? locale : locale === "lo" ? "en" : "lo";
  const href = (form: string) => `/activities/${entry.id}/${form}` as Route;
  return (
    <PageHeader
      title={
        <>
          <span>{language === "lo" ? keepLaoWords(title) : title}</span>
          {!own && <NotYetTranslatedMark label={ui("notYetTranslated")} className="ml-2 align-middle" />}
        </>
      }
      lang={language}
      above={<Above page={page} ownState={ownState} />}
      actions={
        <>
          {can.agenda && <ButtonLink href={href("agenda")}>{t("actions.agenda")}</ButtonLink>}
          {can.decide && <ButtonLink href={href("decide")}>{t("actions.decide")}</ButtonLink>}
          {can.edit && (
            <ButtonLink href={href("edit")} data-key="KeyE">
              {t("actions.edit")}
            </ButtonLink>
          )}
          <DraftButtons page={page} />
          {can.report && (
            <ButtonLink href={href("report")} look="primary" data-key="KeyU">
              {t("actions.report")}
            </ButtonLink>
          )}
        </>
      }
    >
      <OtherLanguage
        en={activity.titleEn}
        lo={activity.titleLo}
        locale={locale}
        original={activity.originalLocale}
        originalLabel={ui("original", { language: ui(`language.${activity.originalLocale}`) })}
        translationLabel={ui("translation")}
      />
    </PageHeader>
  );
}

async function Above({ page, ownState }: { page: EntryPage; ownState: string | null }) {
  const { entry, activity, parties, plan } = page;
  const t = await getTranslations("activity");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const lead = parties.find((party) => party.role === "proponent");
  return (
    <>
      <Tag tone="accent">{activity.code}</Tag>
      <span className="text-ink-2 text-sm">
        {locale === "lo" ? (plan.period.lo ?? plan.period.en) : plan.period.en}
      </span>
      {lead?.isState && <StateCode code={lead.code} own={lead.code === ownState} />}
      {lead && <span className="text-sm">{locale === "lo" ? (lead.name.lo ?? lead.name.en) : lead.name.en}</span>}
      {entry.stage && <StageBadge stage={entry.stage} label={terms(`stage.${entry.stage}`)} className="text-sm" />}
      {entry.status && (
        <StatusBadge status={entry.status} label={terms(`status.${entry.status}`)} className="text-sm" />
      )}
      {entry.stage === "approved" && !entry.status && <DashedMark label={t("statusNotRecorded")} />}
      {entry.schedule && <ScheduleBadge schedule={entry.schedule} label={terms(`schedule.${entry.schedule}`)} />}
      {activity.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      {entry.isConfidential && <Tag>{t("confidential")}</Tag>}
    </>
  );
}
