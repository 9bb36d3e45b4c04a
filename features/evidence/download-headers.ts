import contentDisposition from "content-disposition";
import { extensionOf } from "./file-name";

export type KeptFile = { fileName: string; mediaType: string; content: Buffer };

/**
 * The headers of a kept file: always a download, never guessed at. @param id for the name where the
 * true one cannot be said
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
