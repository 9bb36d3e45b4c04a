import { AppError } from "@/domain/errors";
import { readBriefingQuery, readFormat } from "@/features/reports/report-query";
import { answerDownload } from "@/features/reports/server/parts/download";
import { briefingOf } from "../model";

/** The briefing on two moments as a file. */
export function GET(request: Request): Promise<Response> {
  return answerDownload(request, async (context) => {
    const search = new URL(request.url).searchParams;
    const format = readFormat(search);
    if (!format) throw new AppError("INVALID_INPUT");
    const query = readBriefingQuery(search);
    const model = await briefingOf(context, query);
    const { from, to, state, label } = query;
    const moments = `${from ?? ""} – ${to ?? "today"}`;
    return {
      ...{ model, format },
      name: `${model.title.text}, ${moments}`,
      asciiName: "briefing",
      filters: { from: from ?? "", to: to ?? "", state: state ?? "", label },
    };
  });
}
