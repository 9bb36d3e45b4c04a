import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type SearchParams, toParams } from "@/app/search-params";
import { ColumnsPanel } from "@/features/activities/components/list/columns-panel";
import { EmptyList } from "@/features/activities/components/list/empty-list";
import { FacetPanel } from "@/features/activities/components/list/facet-panel";
import { chosenWords } from "@/features/activities/components/list/facet-words";
import { ListFrame } from "@/features/activities/components/list/list-frame";
import { listSums } from "@/features/activities/components/list/list-sums";
import { tableRows } from "@/features/activities/components/list/table-rows";
import { activitiesAddress } from "@/features/activities/list-address";
import { viewHref } from "@/features/activities/list-state";
import { countFacet } from "@/features/activities/server/count-facet";
import { listActivities } from "@/features/activities/server/list-activities";
import { listViews } from "@/features/activities/server/list-views";
import { nameChosen } from "@/features/activities/server/name-chosen";
import { NearWords } from "@/features/search/components/near-words";
import { listNearWords } from "@/features/search/server/list-near-words";
import { getAccount } from "@/features/users/server/get-account";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { LeftOut } from "../../left-out";
import { toNotFound } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("activities"))("title") };
}

export default async function ActivitiesPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const params = toParams(await searchParams);
  const views = await listViews(context, {});
  // Precedence: the address, then the default view, then the defaults of the list. Only an address
  // without parameters opens the person's default view.
  const first = params.size === 0 ? views.find(({ isDefault }) => isDefault) : undefined;
  if (first) redirect(viewHref(first));
  const query = activitiesAddress.read(params);
  const [result, account, chosen] = await Promise.all([
    listActivities(context, query).catch(toNotFound),
    getAccount(context, {}),
    nameChosen(context, { query }),
  ]);
  const { facet } = query;
  const choices = facet ? await countFacet(context, { facet, query }) : [];
  const near = result.rows.length === 0 && query.q ? await listNearWords(context, { q: query.q }) : [];
  return (
    <>
      <LeftOut filters={activitiesAddress.leftOut(params)} />
      <ListFrame
        query={query}
        views={views}
        rows={tableRows(result.rows, context.locale)}
        sums={await listSums(result, query.size, context.locale)}
        ownState={account.stateCode}
        can={result.can}
        chosen={await chosenWords(chosen)}
        facetPanel={facet && <FacetPanel facet={facet} choices={choices} query={query} />}
        columnsPanel={query.menu === "columns" && <ColumnsPanel query={query} />}
      >
        {result.rows.length === 0 && (
          <EmptyList query={query}>
            <NearWords words={near} hrefOf={(q) => activitiesAddress.href({ ...query, q, page: 1 })} />
          </EmptyList>
        )}
      </ListFrame>
    </>
  );
}
