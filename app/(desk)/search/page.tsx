import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { EmptyState } from "@/components/ui/states";
import { activitiesAddress } from "@/features/activities/list-address";
import { searchAddress } from "@/features/search/address";
import { HitGroup } from "@/features/search/components/hit-group";
import { HitPager } from "@/features/search/components/hit-pager";
import { NearWords } from "@/features/search/components/near-words";
import { SearchForm } from "@/features/search/components/search-form";
import { listNearWords } from "@/features/search/server/list-near-words";
import { searchRegister } from "@/features/search/server/search-register";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("search"))("title") };
}

/** With fewer rows than this, other spellings are offered. */
const few = 3;

export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const query = searchAddress.read(toParams(await searchParams));
  const t = await getTranslations("search");
  const result = await searchRegister(context, query).catch(toNotFound);
  const near = query.q && result.total < few ? await listNearWords(context, { q: query.q }) : [];
  const nearWords = <NearWords words={near} hrefOf={(q) => searchAddress.href({ q })} />;
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody narrow>
        <SearchForm typed={query.q} />
        {query.q === "" && <p className="text-ink-2 text-sm">{t("intro")}</p>}
        {query.q !== "" && result.total === 0 && (
          <EmptyState title={t("nothing")}>{near.length > 0 ? nearWords : t("nothingBody")}</EmptyState>
        )}
        {result.total > 0 && near.length > 0 && <div>{nearWords}</div>}
        {result.groups.map((group) => (
          <HitGroup
            key={group.kind}
            group={group}
            typed={query.q}
            listHref={
              group.kind === "activities" && query.in === null ? activitiesAddress.href({ q: query.q }) : undefined
            }
          />
        ))}
        {query.in && result.total > 0 && <HitPager query={query} result={result} />}
      </PageBody>
    </>
  );
}
