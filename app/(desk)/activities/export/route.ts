import { AppError } from "@/domain/errors";
import { readExport } from "@/features/activities/export-query";
import { facetNames } from "@/features/activities/list-columns";
import { type ActivityListQuery, listHref, sortLevels } from "@/features/activities/list-query";
import { countFacet, type FacetChoice } from "@/features/activities/server/count-facet";
import { exportActivities } from "@/features/activities/server/export-activities";
import { composeActivityList } from "@/features/reports/compose/activity-list";
import { listSelection } from "@/features/reports/compose/list-selection";
import { paperWords } from "@/features/reports/compose/paper-words";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { answerDownload } from "@/features/reports/server/parts/download";
import { type Context, today } from "@/server/context";

/** The activities table as a file: selection, order and columns of the page, all pages of it. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { query, format, lang } = readExport(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const [rows, home, facets] = await Promise.all([
      exportActivities(context, { query }),
      getHomeOrganisation(context, {}),
      chosenFacets(context, query),
    ]);
    const words = paperWords(lang ?? context.locale);
    const frame = { words, home: home.value, label: "internal" as const, now: context.now, today: today(context) };
    const selection = listSelection(words, { q: query.q, facets, sort: sortLevels(query) });
    const model = composeActivityList(frame, { rows, columns: query.cols, selection });
    return {
      ...{ model, format },
      name: model.title.text,
      asciiName: "activities",
      filters: { list: listHref({ ...query, page: 1, facet: null, edit: null }) },
    };
  });
}

/** The names of what each used filter was set to. */
async function chosenFacets(context: Context, query: ActivityListQuery) {
  const used = facetNames.filter((facet) => query[facet].length > 0);
  return Promise.all(
    used.map(async (facet) => {
      const chosen: readonly string[] = query[facet];
      const choices: FacetChoice[] = await countFacet(context, { facet, query });
      return { facet, choices: choices.filter(({ value }) => chosen.includes(value)) };
    }),
  );
}
