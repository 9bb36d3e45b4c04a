import { AppError } from "@/domain/errors";
import { readFormat, readProgressQuery } from "@/features/reports/report-query";
import { exportCountryProgress } from "@/features/reports/server/export-country-progress";
import { answerDownload } from "@/features/reports/server/parts/download";

/** The country progress report as a file. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const params = new URL(request.url).searchParams;
    const format = readFormat(params);
    if (!format) throw new AppError("INVALID_INPUT");
    const query = readProgressQuery(params);
    const { model, chosen } = await exportCountryProgress(context, query);
    const { state, period, meeting } = chosen;
    return {
      ...{ model, format },
      name: `${model.title.text} – ${state} ${period.replace(/^CYCLE-/, "")}`,
      asciiName: `country-progress-${state}-${period}`,
      filters: { state, period, meeting, sections: query.sections.join(","), label: query.label },
    };
  });
}
