import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { agendaAddress } from "@/features/meetings/address";
import { pointName } from "@/features/meetings/components/point-options";
import { PutForm } from "@/features/meetings/components/put-form";
import { type AgendaChoices, listAgendaChoices } from "@/features/meetings/server/list-agenda-choices";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type MeetingParams, meetingOf, meetingTitle, titleOf } from "../meeting-params";

type Props = { params: MeetingParams; searchParams: SearchParams };

export async function generateMetadata({ params }: { params: MeetingParams }): Promise<Metadata> {
  return meetingTitle(params, (await titleTranslations("meetings"))("putTitle"));
}

/** Puts entries of a plan on an item of the meeting's agenda, one or many at once. */
export default async function PutOnAgendaPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { meeting, agenda, can } = await meetingOf(context, params);
  const query = agendaAddress.read(toParams(await searchParams));
  const item = agenda.find(({ id }) => id === query.item);
  if (!can.agenda || !item) notFound();
  const choices = await listAgendaChoices(context, { itemId: item.id, planId: query.plan, q: query.q });
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const href = `/meetings/${meeting.id}` as Route;
  const title = titleOf(meeting, context.locale);
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/meetings" }, { label: title, href }, { label: t("putTitle") }]} />
      <PageBody narrow>
        <PageHeader title={t("putTitle")} size="lg">
          {t("putLead", { item: pointName(item, context.locale).label, meeting: title })}
        </PageHeader>
        <Card>
          <Narrow action={`${href}/agenda`} item={item.id} q={query.q} choices={choices} />
        </Card>
        <Card>
          {choices.entries.length === 0 ? (
            <EmptyState title={t("putNone")} />
          ) : (
            <PutForm
              itemId={item.id}
              entries={await entryLines(choices)}
              labels={{ submit: t("putSubmit"), busy: ui("saving"), cancel: ui("cancel") }}
              backHref={href}
            />
          )}
          {choices.isCut && <p className="mt-2 text-ink-2 text-sm">{t("putCut")}</p>}
        </Card>
      </PageBody>
    </>
  );
}

type NarrowProps = { action: string; item: number; q: string; choices: AgendaChoices };

async function Narrow({ action, item, q, choices: { plans, planId } }: NarrowProps) {
  const t = await getTranslations("meetings");
  const locale = await getLocale();
  return (
    <form action={action} className="grid items-end gap-2.5 sm:grid-cols-[1fr_1fr_auto]">
      <input type="hidden" name="item" value={item} />
      <SelectField
        name="plan"
        label={t("putPlan")}
        defaultValue={String(planId ?? "")}
        options={plans.map(({ id, en, lo }) => ({ value: String(id), label: (locale === "lo" && lo) || en }))}
      />
      <TextField name="q" label={t("putSearch")} defaultValue={q} maxLength={200} />
      <Button type="submit">{t("putShow")}</Button>
    </form>
  );
}

async function entryLines({ entries }: AgendaChoices) {
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return entries.map(({ id, code, titleEn, titleLo, stage, isSample }) => ({
    id,
    label: (
      <>
        <span>{code}</span>{" "}
        <BilingualText en={titleEn} lo={titleLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
      </>
    ),
    note: [stage && terms(`stage.${stage}`), isSample && ui("sample")].filter(Boolean).join(" · "),
  }));
}
