import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { HistoryList } from "@/features/activities/components/entry/history-list";
import { UndoButton } from "@/features/activities/components/entry/undo-button";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { listHistory } from "@/features/activities/server/list-history";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { type EntryParams, entryOf, entryTitle } from "../entry-params";

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("activity"))("sections.history"));
}

export default async function HistoryPage({ params }: { params: EntryParams }) {
  const context = await pageContext();
  const page = await entryOf(context, params);
  const { entry, activity } = page;
  const { lines, names } = await listHistory(context, { entryId: entry.id });
  const t = await getTranslations("activity");
  return (
    <FormPage title={t("sections.history")} code={activity.code} entryId={entry.id} lead={t("history.intro")}>
      <Card>
        <HistoryList lines={lines} names={names} undo={<UndoButton page={page} />} />
      </Card>
    </FormPage>
  );
}
