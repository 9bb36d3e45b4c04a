import { AppError } from "@/domain/errors";
import { yearlyProgressExport } from "@/features/reports/documents/yearly-progress/address";
import { exportYearlyProgress } from "@/features/reports/server/export-yearly-progress";
import { answerDownload } from "@/features/reports/server/lib/download";

/** The yearly progress as a file. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, ...query } = yearlyProgressExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const { model, chosen } = await exportYearlyProgress(context, query);
    const period = chosen.period.replace(/^CYCLE-/, "");
    return {
      ...{ model, format },
      name: `${model.title.text} – ${period}`,
      asciiName: `yearly-progress-${period}`,
      filters: { period: chosen.period, label: query.label },
    };
  });
}
