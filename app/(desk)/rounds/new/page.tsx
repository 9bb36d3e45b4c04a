import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { noteLabels } from "@/components/form/note-labels";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { newRoundAddress } from "@/features/rounds/address";
import { NewRoundForm } from "@/features/rounds/components/round/new-round-form";
import { listRoundChoices, type RoundChoices } from "@/features/rounds/server/list-round-choices";
import { titleTranslations } from "@/i18n/page-title";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { toHidden } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("rounds"))("newTitle") };
}

/**
 * First the meeting, whose cycle determines which plans are preselected; then the due date and the
 * content.
 */
export default async function NewRoundPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { meeting } = newRoundAddress.read(toParams(await searchParams));
  const choices = await listRoundChoices(context, { meetingId: meeting }).catch(toHidden);
  const t = await getTranslations("rounds");
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/rounds" }, { label: t("newTitle") }]} />
      <PageBody narrow>
        <PageHeader title={t("newTitle")} size="lg">
          {t("newLead")}
        </PageHeader>
        <Card>
          <MeetingChoice choices={choices} context={context} />
        </Card>
        {choices.meetingId !== null && (
          <Card>
            <PlanChoice choices={choices} meetingId={choices.meetingId} context={context} />
          </Card>
        )}
      </PageBody>
    </>
  );
}

type Props = { choices: RoundChoices; context: Context };

async function MeetingChoice({ choices: { meetings, meetingId }, context: { locale } }: Props) {
  const t = await getTranslations("rounds.form");
  if (meetings.length === 0)
    return (
      <p className="text-sm">
        <span>{t("noMeeting")}</span>{" "}
        <Link href="/meetings" className="link">
          {t("toMeetings")}
        </Link>
      </p>
    );
  const options = meetings.map(({ id, en, lo }) => {
    const own = locale === "lo" ? lo : en;
    return { value: String(id), label: own ?? en, lang: own ? undefined : "en" };
  });
  return (
    <form action="/rounds/new" className="flex flex-wrap items-end gap-2">
      <SelectField
        name="meeting"
        label={t("meetingId")}
        hint={meetingId === null ? t("chooseFirst") : undefined}
        placeholder={t("choose")}
        options={options}
        defaultValue={String(meetingId ?? "")}
        className="min-w-56 flex-1"
      />
      <Button type="submit">{t("choose")}</Button>
    </form>
  );
}

async function PlanChoice({ choices: { plans }, meetingId, context }: Props & { meetingId: number }) {
  const t = await getTranslations("rounds.form");
  const ui = await getTranslations("ui");
  const { locale, actor } = context;
  if (plans.length === 0) return <p className="text-sm">{t("noPlans")}</p>;
  const asked = plans.filter(({ isAsked }) => isAsked).map(({ id }) => id);
  return (
    <NewRoundForm
      key={meetingId}
      initial={{ meetingId: String(meetingId), planIds: asked.join(",") }}
      person={String(actor.userId)}
      href={newRoundAddress.href({ meeting: meetingId })}
      names={{ meetingId: t("meetingId"), planIds: t("planIds"), dueOn: t("dueOn"), note: t("note") }}
      notes={await noteLabels()}
      plans={plans.map(({ id, en, lo, entries }) => ({
        id,
        label: <BilingualText en={en} lo={lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />,
        count: t("entries", { count: entries }),
      }))}
      labels={{ save: t("submit"), saving: ui("saving"), cancel: ui("cancel") }}
    />
  );
}
