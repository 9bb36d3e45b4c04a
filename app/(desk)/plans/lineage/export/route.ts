import { AppError } from "@/domain/errors";
import { lineageAddress, lineageExport } from "@/features/plans/lineage-address";
import { exportLineage } from "@/features/plans/server/export-lineage";
import { composeLineage } from "@/features/reports/documents/lists/lineage";
import { documentWords } from "@/features/reports/layout/document-words";
import { say } from "@/features/reports/layout/runs";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { answerDownload } from "@/features/reports/server/lib/download";
import { documentMoment } from "@/server/context";

/** The lineage matrix as a file: with the page's selection and order, all its pages. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, lang, ...query } = lineageExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const words = documentWords(lang ?? context.locale);
    const [home, data] = await Promise.all([
      getHomeOrganisation(context, {}),
      exportLineage(context, { query, language: words.language }),
    ]);
    const frame = { words, home: home.value, label: "internal" as const, ...documentMoment(context) };
    const chosen = [
      query.framework && words.terms(`framework.${query.framework}`),
      query.partner,
      query.outcome,
      query.state,
    ]
      .filter((value) => value !== null)
      .join(", ");
    const selection = chosen ? [{ label: words.years("lineage.filters"), value: say(words.language, chosen) }] : [];
    const model = composeLineage(frame, { ...data, selection });
    const filters = { lineage: lineageAddress.href({ ...query, page: 1 }) };
    return { model, format, name: model.title.text, asciiName: "activities-by-year", filters };
  });
}
