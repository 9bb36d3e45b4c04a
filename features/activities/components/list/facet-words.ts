import { getLocale, getTranslations } from "next-intl/server";
import type { Signal } from "@/domain/signals";
import type { FacetName } from "@/features/activities/list-columns";
import type { ChosenValue } from "../../server/name-chosen";

/** The word for a value of a closed list, or for a missing value. */
export async function closedFacetWord(facet: FacetName, value: string): Promise<string> {
  const t = await getTranslations("activities");
  const terms = await getTranslations("terms");
  if (value === "none") return t("facetNone");
  if (facet === "sample") return t(value === "yes" ? "facetSample.yes" : "facetSample.no");
  if (facet === "signal") return t(`signal.${value as Signal}`);
  const key = `${facet}.${value}` as Parameters<typeof terms>[0];
  return terms.has(key) ? terms(key) : value;
}

/** What the chips say of the chosen values: all of them, in the reader's language. */
export type ChosenWords = Partial<Record<FacetName, string>>;

export async function chosenWords(chosen: Partial<Record<FacetName, ChosenValue[]>>): Promise<ChosenWords> {
  const locale = await getLocale();
  const worded = Object.entries(chosen).map(async ([name, values]) => {
    const facet = name as FacetName;
    const words = values.map(
      ({ value, nameEn, nameLo }) => (locale === "lo" ? (nameLo ?? nameEn) : nameEn) ?? closedFacetWord(facet, value),
    );
    return [facet, (await Promise.all(words)).join(", ")] as const;
  });
  return Object.fromEntries(await Promise.all(worded));
}
