import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/states";
import { FormPage } from "@/features/activities/components/forms/form-page";
import { fieldNames } from "@/features/activities/components/forms/form-words";
import { versionsAddress } from "@/features/proposals/address";
import { Differences } from "@/features/proposals/components/differences";
import { VersionsForm } from "@/features/proposals/components/versions-form";
import { VersionsList } from "@/features/proposals/components/versions-list";
import { compareConcepts } from "@/features/proposals/server/compare-concepts";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../../../to-not-found";
import { type EntryParams, entryOf, entryTitle } from "../../entry-params";

type Props = { params: EntryParams; searchParams: SearchParams };

export async function generateMetadata({ params }: { params: EntryParams }): Promise<Metadata> {
  return entryTitle(params, (await titleTranslations("proposals.versions"))("title"));
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { entry, activity } = await entryOf(context, params);
  const query = versionsAddress.read(toParams(await searchParams));
  const { versions, compared } = await compareConcepts(context, { entryId: entry.id, ...query }).catch(toNotFound);
  const t = await getTranslations("proposals.versions");
  return (
    <FormPage title={t("title")} code={activity.code} entryId={entry.id} lead={t("intro")}>
      {compared ? (
        <Card id="differences" title={t("differences")}>
          <div className="flex flex-col gap-3.5">
            <VersionsForm versions={versions} compared={compared} />
            <div>
              <Differences differences={compared.differences} names={await fieldNames()} />
            </div>
          </div>
        </Card>
      ) : (
        <Card>
          <EmptyState title={versions.length === 0 ? t("none") : t("one")}>{t("later")}</EmptyState>
        </Card>
      )}
      {versions.length > 0 && (
        <Card id="versions" title={t("list")} meta={<Count value={versions.length} />}>
          <VersionsList versions={versions} />
        </Card>
      )}
    </FormPage>
  );
}
