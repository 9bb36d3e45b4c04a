import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import { type ListedColumn, nounOfColumn } from "@/domain/listed-columns";
import type { Runs } from "@/domain/report-model";
import type { Signal } from "@/domain/signals";
import type { PriorityKind } from "@/domain/vocabulary";
import type { DocumentWords } from "@/features/reports/layout/document-words";
import { joined, nameRuns, say } from "@/features/reports/layout/runs";

type FacetName =
  | "period"
  | "plan"
  | "stage"
  | "status"
  | "schedule"
  | "state"
  | "owner"
  | "partner"
  | "outcome"
  | "priority"
  | "signal"
  | "sample";

/**
 * One value of a filter. The names of reference data are given; fixed codes are looked up in the
 * messages.
 */
type Choice = { value: string; nameEn: string | null; nameLo: string | null };

export type Selection = {
  q: string;
  facets: readonly { facet: FacetName; choices: readonly Choice[] }[];
  sort: readonly { key: ListedColumn; direction: "asc" | "desc" }[];
};

function choiceRuns(words: DocumentWords, facet: FacetName, { value, nameEn, nameLo }: Choice): Runs {
  const { language, terms, list } = words;
  if (value === "none") return say(language, list("facetNone"));
  if (nameEn !== null) return nameRuns(language, { en: nameEn, lo: nameLo });
  switch (facet) {
    case "stage":
      return say(language, terms(`stage.${value as Stage}`));
    case "status":
      return say(language, terms(`status.${value as Status}`));
    case "schedule":
      return say(language, terms(`schedule.${value as Schedule}`));
    case "priority":
      return say(language, terms(`priority.${value as PriorityKind}`));
    case "signal":
      return say(language, list(`signal.${value as Signal}`));
    case "sample":
      return say(language, list(value === "yes" ? "facetSample.yes" : "facetSample.no"));
    default:
      return say("en", value);
  }
}

/** The filters and the order of the list in words, for the head of the document. */
export function listSelection(words: DocumentWords, { q, facets, sort }: Selection): { label: string; value: Runs }[] {
  const { language, list, terms } = words;
  const searched = q ? [{ label: list("searchGo"), value: say(language, q) }] : [];
  const filtered = facets.map(({ facet, choices }) => ({
    label: list(`facet.${facet}`),
    value: joined(
      language,
      choices.map((choice) => choiceRuns(words, facet, choice)),
      ", ",
    ),
  }));
  const levels = sort.map(
    ({ key, direction }) =>
      `${terms(`noun.${nounOfColumn[key]}`)} (${list(direction === "asc" ? "ascending" : "descending")})`,
  );
  const order = levels.length > 0 ? levels.join(", ") : list("sortNone");
  return [...searched, ...filtered, { label: list("sort"), value: say(language, order) }];
}
