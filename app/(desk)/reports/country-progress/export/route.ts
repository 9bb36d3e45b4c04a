import { AppError } from "@/domain/errors";
import { countryProgressExport } from "@/features/reports/documents/country-progress/address";
import { exportCountryProgress } from "@/features/reports/server/export-country-progress";
import { answerDownload } from "@/features/reports/server/lib/download";

/** The country progress report as a file. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, ...query } = countryProgressExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
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
