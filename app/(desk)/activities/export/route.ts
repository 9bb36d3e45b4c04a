import { AppError } from "@/domain/errors";
import type { ReportModel } from "@/domain/report-model";
import { type ActivityListQuery, activitiesAddress, activitiesExport } from "@/features/activities/list-address";
import { facetNames } from "@/features/activities/list-columns";
import { sortLevels, wholeSelection } from "@/features/activities/list-state";
import { countFacet, type FacetChoice } from "@/features/activities/server/count-facet";
import { exportActivities } from "@/features/activities/server/export-activities";
import { activityTable, composeActivityList, type ListedRow } from "@/features/reports/documents/lists/activity-list";
import { listSelection } from "@/features/reports/documents/lists/list-selection";
import { type DocumentWords, documentWords } from "@/features/reports/layout/document-words";
import { csvByAndBy } from "@/features/reports/render/csv/csv";
import { reportWords } from "@/features/reports/report-words";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { answerDownload, type WrittenFile } from "@/features/reports/server/lib/download";
import { type Context, documentMoment } from "@/server/context";

/** The activities table as a file: with the page's selection, order and columns, all its pages. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, lang, ...query } = activitiesExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const words = documentWords(lang ?? context.locale);
    const file =
      format === "csv"
        ? { written: await writeCsv(context, query, words) }
        : { model: await composeList(context, query, words) };
    return {
      ...file,
      format,
      name: words.reports("kind.activity_list"),
      asciiName: "activities",
      filters: { list: activitiesAddress.href(wholeSelection(query)) },
    };
  });
}

/** Written while the rows are read, so that only some of them are in memory at once. */
async function writeCsv(context: Context, query: ActivityListQuery, words: DocumentWords): Promise<WrittenFile> {
  const { table, rowOf } = activityTable(words, query.cols);
  const csv = csvByAndBy(table, reportWords(words.language));
  const parts: Uint8Array[] = [csv.head];
  const rows = await exportActivities(context, { query, take: (some) => parts.push(csv.rows(some.map(rowOf))) });
  return { kind: "activity_list", language: words.language, rows, parts };
}

async function composeList(context: Context, query: ActivityListQuery, words: DocumentWords): Promise<ReportModel> {
  const rows: ListedRow[] = [];
  const [home, facets] = await Promise.all([
    getHomeOrganisation(context, {}),
    chosenFacets(context, query),
    exportActivities(context, { query, take: (some) => rows.push(...some) }),
  ]);
  const frame = { words, home: home.value, label: "internal" as const, ...documentMoment(context) };
  const selection = listSelection(words, { q: query.q, facets, sort: sortLevels(query) });
  return composeActivityList(frame, { rows, columns: query.cols, selection });
}

/** The names of the chosen values of each active filter. */
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
