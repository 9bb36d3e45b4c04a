import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { noteLabels } from "@/components/form/note-labels";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { NewComment } from "@/features/comments/components/new-comment";
import { listComments } from "@/features/comments/server/list-comments";
import { listNameable } from "@/features/comments/server/list-nameable";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("comments"))("add"));
}

export default async function NewCommentPage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity } = await entryOf(context, params);
  refuseUnless((await listComments(context, { entryId: entry.id })).can.add);
  const t = await getTranslations("comments");
  const ui = await getTranslations("ui");
  const title = (
    <BilingualText
      en={activity.titleEn}
      lo={activity.titleLo}
      locale={context.locale}
      notTranslatedLabel={ui("notYetTranslated")}
    />
  );
  return (
    <FormPage title={t("add")} code={activity.code} entryId={entry.id} lead={title}>
      <Card>
        <NewComment
          entryId={entry.id}
          person={String(context.actor.userId)}
          nameable={await listNameable(context, { entryId: entry.id })}
          notes={await noteLabels()}
        />
      </Card>
    </FormPage>
  );
}
