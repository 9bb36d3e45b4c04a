import { AppError } from "@/domain/errors";
import { workPlanExport } from "@/features/reports/documents/work-plan/address";
import { exportWorkPlanMatrix } from "@/features/reports/server/export-work-plan-matrix";
import { answerDownload } from "@/features/reports/server/lib/download";

/** The work plan matrix as a file. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, ...query } = workPlanExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const { model, chosen } = await exportWorkPlanMatrix(context, query);
    const subtitle = model.subtitle?.map(({ text }) => text).join("") ?? chosen.plan;
    return {
      ...{ model, format },
      name: `${model.title.text} – ${subtitle}`,
      asciiName: `work-plan-matrix-${chosen.plan}`,
      filters: { plan: chosen.plan, label: query.label },
    };
  });
}
