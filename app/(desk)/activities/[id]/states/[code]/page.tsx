import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { Card } from "@/components/ui/card";
import { reportShare } from "@/features/activities/actions";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { closedWords, fieldNames } from "@/features/activities/components/forms/form-words";
import { StateForm } from "@/features/activities/components/forms/state-form";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { entryOf, entryTitle } from "../../entry-params";

type Props = { params: Promise<{ id: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  return entryTitle(params, (await titleTranslations("activity.state"))("title", { state: code }));
}

export default async function StatePage({ params }: Props) {
  const context = await pageContext();
  const { entry, activity, states } = await entryOf(context, params);
  const { code } = await params;
  const share = states.find((state) => state.code === code && state.can.report);
  if (!share) notFound();
  const t = await getTranslations("activity.state");
  const ui = await getTranslations("ui");
  const { status } = await closedWords();
  const state = context.locale === "lo" ? (share.name.lo ?? share.name.en) : share.name.en;
  return (
    <FormPage title={t("title", { state })} code={activity.code} entryId={entry.id}>
      <Card>
        <StateForm
          action={reportShare}
          initial={{
            memberStateId: String(share.memberStateId),
            version: String(share.version),
            status: share.status ?? "",
            note: share.note ?? "",
            focalPoint: share.focalPoint ?? "",
          }}
          person={String(context.actor.userId)}
          entryId={entry.id}
          stateCode={code}
          hasStatus={entry.stage === "approved"}
          names={await fieldNames()}
          words={{ status }}
          notes={await noteLabels()}
          labels={{ noStatus: t("noStatus"), save: t("save"), saving: ui("saving"), cancel: ui("cancel") }}
        />
      </Card>
    </FormPage>
  );
}
