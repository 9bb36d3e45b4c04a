import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Button, ButtonLink } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choices";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import type { FacetName } from "@/features/activities/list-columns";
import { facetHref } from "@/features/activities/list-state";
import type { FacetChoice } from "@/features/activities/server/count-facet";
import { formatNumber } from "@/i18n/format";
import { closedFacetWord } from "./facet-words";
import { HiddenQuery } from "./hidden-query";

type Props = { facet: FacetName; choices: readonly FacetChoice[]; query: ActivityListQuery };

/**
 * The choices of the open facet with the number of rows that each would leave: a plain GET form. On
 * phones it is below the chips at the top of the page.
 */
export async function FacetPanel({ facet, choices, query }: Props) {
  const t = await getTranslations("activities");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const chosen: readonly string[] = query[facet];
  return (
    <form
      action="/activities"
      data-facet-panel
      aria-label={t(`facet.${facet}`)}
      className="absolute top-full left-0 z-40 mt-1 flex max-sm:fixed max-sm:inset-x-3.5 max-sm:top-auto max-sm:bottom-20 max-sm:w-auto max-sm:max-w-none max-sm:max-h-[max(11rem,min(60vh,100dvh-24.5rem))] max-h-[60vh] w-72 max-w-[calc(100vw-1.75rem)] flex-col rounded-xl bg-surface p-2 shadow-2 forced-colors:border"
    >
      <HiddenQuery query={query} without={[facet]} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {choices.length === 0 && <p className="p-2 text-ink-2 text-sm">{t("facetEmpty")}</p>}
        {choices.map((choice) => (
          <CheckField
            key={choice.value}
            name={facet}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            label={<FacetLabel facet={facet} choice={choice} />}
            count={formatNumber(choice.count, locale)}
          />
        ))}
      </div>
      <div className="mt-2 flex justify-end gap-2 border-line border-t pt-2">
        <ButtonLink href={facetHref(query, facet)} look="quiet" data-facet-close>
          {ui("close")}
        </ButtonLink>
        <ButtonLink href={activitiesAddress.href({ ...query, [facet]: [], page: 1, facet: null })}>
          {ui("clear")}
        </ButtonLink>
        <Button type="submit" look="primary">
          {t("show")}
        </Button>
      </div>
    </form>
  );
}

async function FacetLabel({ facet, choice }: { facet: FacetName; choice: FacetChoice }) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (choice.nameEn !== null) {
    return (
      <BilingualText
        en={choice.nameEn}
        lo={choice.nameLo}
        locale={locale}
        notTranslatedLabel={ui("notYetTranslated")}
      />
    );
  }
  return <span>{await closedFacetWord(facet, choice.value)}</span>;
}
