import "server-only";
import { evidenceLimit } from "@/domain/evidence";
import { sessionCookieName } from "../auth/session-cookie";
import { isProgramAddress } from "../request/ended-session";
import { requestStore } from "../request/request-store";
import { formBodyProblem, formHeadProblem } from "./form-body";
import type { Malformed } from "./malformed";

/**
 * The largest body of a form, in bytes. next.config.ts lets Next read up to 12 MB, so that this
 * check sees larger bodies.
 */
const bodyLimit = 1_048_576;
/** The limit of forms with a file: its content, and room for the other fields. */
const uploadLimit = evidenceLimit + 65_536;
const uploadForm = /^\/(activities\/[1-9]\d{0,8}\/evidence|meetings\/[1-9]\d{0,8}\/papers)\/new$/;

/** Only requests with a session cookie may upload files. */
function limitFor(request: Request): number {
  const isUpload = uploadForm.test(new URL(request.url).pathname);
  return isUpload && request.headers.get("cookie")?.includes(`${sessionCookieName()}=`) ? uploadLimit : bodyLimit;
}

/**
 * The problem of a request with a body, found before Next reads it: its type, its size, and whether
 * a form is one of ours.
 */
export async function bodyProblem(request: Request): Promise<Malformed | null> {
  const { headers } = request;
  const isForm = !isProgramAddress(new URL(request.url).pathname);
  const limit = limitFor(request);
  const params = { max: String(Math.floor(limit / 1_048_576)) };
  const tooLarge = { status: 413, code: "BODY_TOO_LARGE", params } as const;
  if (Number(headers.get("content-length") ?? 0) > limit) return tooLarge;
  const problem = isForm ? formHeadProblem(headers) : null;
  if (problem) return problem;
  // The sender determines how long the body takes; meanwhile other requests are let in.
  requestStore()?.onGate?.();
  const body = await bytesOf(request, limit);
  if (body === "too large") return tooLarge;
  // The connection broke off or was too slow (server/sending/connections.ts); nobody reads the
  // answer.
  if (body === "broken off") return { status: 400, code: "INVALID_INPUT" };
  return isForm ? formBodyProblem(headers, body) : null;
}

async function bytesOf(request: Request, limit: number): Promise<Buffer | "too large" | "broken off"> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.clone().body?.getReader();
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      length += next.value.byteLength;
      if (length > limit) {
        // This promise resolves only once the original body has been read or cancelled as well.
        reader?.cancel().catch(() => undefined);
        return "too large";
      }
      parts.push(next.value);
    }
  } catch {
    return "broken off";
  }
  return Buffer.concat(parts);
}
