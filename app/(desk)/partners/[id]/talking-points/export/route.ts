import { AppError } from "@/domain/errors";
import { talkingPointsExport } from "@/features/reports/documents/talking-points/address";
import { exportTalkingPoints } from "@/features/reports/server/export-talking-points";
import { answerDownload } from "@/features/reports/server/lib/download";

/** The talking points for a session with a partner as a file. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerDownload(request, async (context) => {
    const { id } = await params;
    const { format, ...query } = talkingPointsExport.read(new URL(request.url).searchParams);
    if (!format) throw new AppError("INVALID_INPUT");
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new AppError("NOT_FOUND");
    const { model, partner } = await exportTalkingPoints(context, { partnerId: Number(id), ...query });
    return {
      ...{ model, format, name: `${model.title.text} – ${partner.code}` },
      asciiName: `talking-points-${partner.code}`,
      filters: { partner: partner.code, label: query.label },
    };
  });
}
