import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { add } from "@/features/deadlines/actions";
import { DeadlineForm } from "@/features/deadlines/components/deadline-form";
import { deadlineFormProps } from "@/features/deadlines/components/deadline-form-props";
import { listAnchors } from "@/features/deadlines/server/list-anchors";
import { listOwnDeadlines } from "@/features/deadlines/server/list-own-deadlines";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle, refuseUnless } from "../../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("deadlines"))("newTitle"));
}

export default async function NewEntryDeadlinePage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const { entry, activity } = await entryOf(context, params);
  refuseUnless((await listOwnDeadlines(context, { entryId: entry.id })).can.write);
  const t = await getTranslations("deadlines");
  const href = `/activities/${entry.id}` as Route;
  return (
    <FormPage title={t("newTitle")} code={activity.code} entryId={entry.id} lead={t("newLead")}>
      <Card>
        <DeadlineForm
          {...(await deadlineFormProps(await listAnchors(context, {})))}
          action={add}
          initial={{ entryId: String(entry.id), anchor: "day", days: "0", side: "before" }}
          person={String(context.actor.userId)}
          form={`deadline:entry:${entry.id}`}
          href={`${href}/deadlines/new` as Route}
          backHref={href}
        />
      </Card>
    </FormPage>
  );
}
