import contentDisposition from "content-disposition";
import { extensionOf } from "@/domain/file-name";

export type KeptFile = { fileName: string; mediaType: string; content: Buffer };

/**
 * The headers of a stored file: always a download, never sniffed.
 * @param id for the fallback name of clients that do not support UTF-8 names
 */
export function downloadHeaders({ fileName, mediaType, content }: KeptFile, id: string): Record<string, string> {
  return {
    "Content-Type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    "Content-Length": String(content.length),
    "Content-Disposition": contentDisposition(fileName, { fallback: `evidence-${id}.${extensionOf(fileName)}` }),
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
}
