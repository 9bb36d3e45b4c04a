import { AppError } from "@/domain/errors";
import { outstandingReportsExport } from "@/features/reports/documents/outstanding-reports/address";
import { exportChaseList } from "@/features/reports/server/export-chase-list";
import { answerDownload } from "@/features/reports/server/lib/download";

/** The chase list of a plan as a file. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { id } = await params;
    const { format, ...query } = outstandingReportsExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new AppError("NOT_FOUND");
    const { model, plan } = await exportChaseList(context, { planId: Number(id), ...query });
    const of = query.state ? ` – ${query.state}` : "";
    return {
      ...{ model, format },
      name: `${model.title.text}${of}`,
      asciiName: `chase-list${query.state ? `-${query.state}` : ""}`,
      filters: { plan: String(plan.id), state: query.state ?? "", label: query.label },
    };
  });
}
