import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { readSingleKeys } from "@/components/shell/single-keys";
import { changeRows } from "@/features/activities/actions";
import { ActivitiesTable } from "@/features/activities/components/activities-table";
import { EmptyList } from "@/features/activities/components/empty-list";
import { ExportMenu } from "@/features/activities/components/export-menu";
import { FacetBar } from "@/features/activities/components/facet-bar";
import { ListFooter } from "@/features/activities/components/list-footer";
import { ListToolbar } from "@/features/activities/components/list-toolbar";
import { SortBar } from "@/features/activities/components/sort-bar";
import { TableKeys } from "@/features/activities/components/table-keys";
import { tableRows } from "@/features/activities/components/table-rows";
import { ViewBar } from "@/features/activities/components/view-bar";
import { readListQuery, viewHref } from "@/features/activities/list-query";
import { countFacet } from "@/features/activities/server/count-facet";
import { listActivities } from "@/features/activities/server/list-activities";
import { listViews } from "@/features/activities/server/list-views";
import { getAccount } from "@/features/users/server/get-account";
import { pageContext } from "@/server/request-context";
import { type SearchParams, toParams } from "../../search-params";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("activities"))("title") };
}

export default async function ActivitiesPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const params = toParams(await searchParams);
  const views = await listViews(context, {});
  // The address before the view, the view before the default: only an address that says nothing opens the person's first view.
  const first = params.size === 0 ? views.find(({ isDefault }) => isDefault) : undefined;
  if (first) redirect(viewHref(first));
  const query = readListQuery(params);
  const [result, account] = await Promise.all([
    listActivities(context, query).catch(toNotFound),
    getAccount(context, {}),
  ]);
  const open = query.facet
    ? { facet: query.facet, choices: await countFacet(context, { facet: query.facet, query }) }
    : null;
  const t = await getTranslations("activities");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <ViewBar query={query} views={views} />
        <ListToolbar
          query={query}
          canCreate={result.can.create}
          exportMenu={<ExportMenu query={query} total={result.totals.total} />}
        />
        <FacetBar query={query} open={open} />
        <SortBar query={query} />
        <div className="rounded-xl border border-line bg-surface shadow-1 max-sm:border-0 max-sm:bg-transparent max-sm:shadow-none">
          {result.rows.length === 0 ? (
            <EmptyList query={query} />
          ) : (
            <ActivitiesTable
              rows={await tableRows(result.rows, context.locale)}
              rowCount={result.totals.total}
              query={query}
              changeRows={changeRows}
              ownState={account.stateCode}
            />
          )}
          <ListFooter query={query} result={result} />
        </div>
      </PageBody>
      <TableKeys singleKeys={await readSingleKeys()} />
    </>
  );
}
