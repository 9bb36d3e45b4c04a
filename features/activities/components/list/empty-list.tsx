import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { facetNames } from "@/features/activities/list-columns";
import { withoutFacets } from "@/features/activities/list-state";

type Props = {
  query: ActivityListQuery;
  /** Other spellings of what was searched for. */
  children?: ReactNode;
};

/** Explains whether nothing matches or the list is still empty, with a link to continue. */
export async function EmptyList({ query, children }: Props) {
  const t = await getTranslations("activities");
  const used = facetNames.filter((name) => query[name].length > 0);
  if (used.length === 0 && !query.q) {
    return (
      <EmptyState title={t("empty")} actions={<ButtonLink href="/plans">{t("facet.plan")}</ButtonLink>}>
        {t("emptyBody")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("noResult")}
      actions={
        <>
          {query.q && (
            <ButtonLink href={activitiesAddress.href({ ...query, q: "", page: 1 })}>{t("clearSearch")}</ButtonLink>
          )}
          {used.map((name) => (
            <ButtonLink key={name} href={activitiesAddress.href({ ...query, [name]: [], page: 1, facet: null })}>
              {t("removeFilter", { name: t(`facet.${name}`) })}
            </ButtonLink>
          ))}
          {used.length > 1 && (
            <ButtonLink href={withoutFacets(query)} look="quiet">
              {t("clearFilters")}
            </ButtonLink>
          )}
        </>
      }
    >
      <span>{t("noResultBody")}</span>
      {children}
    </EmptyState>
  );
}
