import { AppError } from "@/domain/errors";
import { downloadHeaders } from "@/features/evidence/download-headers";
import { getPaperFile } from "@/features/evidence/server/get-paper-file";
import { refuseDownload } from "@/features/reports/server/parts/download";
import { requestContext } from "@/server/request-context";

const isId = (text: string) => /^[1-9]\d{0,8}$/.test(text);

/** A paper of a meeting, always as a download: nothing that somebody has sent may run in the register's name (proxy.ts adds the sandbox). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string; file: string }> },
): Promise<Response> {
  const { id, file } = await params;
  try {
    const context = await requestContext();
    if (!isId(id) || !isId(file)) throw new AppError("NOT_FOUND");
    const found = await getPaperFile(context, { meetingId: Number(id), paperId: Number(file) });
    return new Response(request.method === "HEAD" ? null : new Uint8Array(found.content), {
      headers: downloadHeaders(found, file),
    });
  } catch (error) {
    return refuseDownload(request, error, isId(id) ? `/meetings/${id}` : "/meetings");
  }
}
