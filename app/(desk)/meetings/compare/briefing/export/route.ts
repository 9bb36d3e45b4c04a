import { AppError } from "@/domain/errors";
import { briefingExport } from "@/features/reports/documents/meeting-briefing/address";
import { answerDownload } from "@/features/reports/server/lib/download";
import { briefingOf } from "../model";

/** The briefing on two moments as a file. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { format, ...query } = briefingExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    const model = await briefingOf(context, query);
    const { from, to, state, label } = query;
    const moments = `${from ?? ""} – ${to ?? "today"}`;
    return {
      model,
      format,
      name: `${model.title.text}, ${moments}`,
      asciiName: "briefing",
      filters: { from: from ?? "", to: to ?? "", state: state ?? "", label },
    };
  });
}
