import { AppError } from "@/domain/errors";
import { downloadHeaders, type KeptFile } from "@/features/evidence/download-headers";
import { refuseDownload } from "@/features/reports/server/lib/download";
import type { Context } from "@/server/context";
import { requestContext } from "@/server/request/request-context";

const isId = (text: string) => /^[1-9]\d{0,8}$/.test(text);

type Asked = {
  params: Promise<{ id: string; file: string }>;
  /** The path of the list that the file belongs to, such as `/meetings`. */
  list: string;
  read: (context: Context, id: number, file: number) => Promise<KeptFile>;
};

/**
 * Answers with an uploaded file, always as a download, because uploaded content must not run on the
 * site's origin (proxy.ts adds the sandbox).
 */
export async function answerFile(request: Request, { params, list, read }: Asked): Promise<Response> {
  const { id, file } = await params;
  try {
    const context = await requestContext();
    if (!isId(id) || !isId(file)) throw new AppError("NOT_FOUND");
    const found = await read(context, Number(id), Number(file));
    return new Response(request.method === "HEAD" ? null : new Uint8Array(found.content), {
      headers: downloadHeaders(found, file),
    });
  } catch (error) {
    return refuseDownload(request, error, isId(id) ? `${list}/${id}` : list);
  }
}
