import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { putEntry } from "@/features/meetings/actions";
import { AgendaForm } from "@/features/meetings/components/agenda-form";
import { pointOptions } from "@/features/meetings/components/point-options";
import { listOpenAgendas } from "@/features/meetings/server/list-open-agendas";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("meetings"))("putOnAgendaTitle"));
}

/** Puts this entry on an item of a meeting's agenda. */
export default async function EntryAgendaPage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity, can } = await entryOf(context, params);
  refuseUnless(can.agenda);
  const points = await listOpenAgendas(context, {});
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  return (
    <FormPage title={t("putOnAgendaTitle")} code={activity.code} entryId={entry.id}>
      <Card>
        {points.length === 0 ? (
          <EmptyState title={t("noOpenAgenda")} actions={<ButtonLink href="/meetings">{t("toMeetings")}</ButtonLink>} />
        ) : (
          <AgendaForm
            action={putEntry}
            entryId={entry.id}
            points={pointOptions(points, context.locale)}
            labels={{
              point: t("point"),
              choose: ui("choose"),
              save: t("putSubmit"),
              saving: ui("saving"),
              cancel: ui("cancel"),
            }}
          />
        )}
      </Card>
    </FormPage>
  );
}
