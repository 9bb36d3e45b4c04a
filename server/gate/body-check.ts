import "server-only";
import { evidenceLimit } from "@/domain/evidence";
import { sessionCookieName } from "../auth/session-cookie";
import { isProgramAddress } from "../request/ended-session";
import { requestStore } from "../request/request-store";
import { formBodyProblem, formHeadProblem } from "./form-body";
import type { Malformed } from "./malformed";

/**
 * The most that a form may hold, in bytes; next.config.ts reads up to 12 MB, so that what is larger
 * is seen to be.
 */
const bodyLimit = 1_048_576;
/** The forms that take a file: its content, and room for the other fields. */
const uploadLimit = evidenceLimit + 65_536;
const uploadForm = /^\/(activities\/[1-9]\d{0,8}\/evidence|meetings\/[1-9]\d{0,8}\/papers)\/new$/;

/** Whoever is not signed in sends no files. */
function limitFor(request: Request): number {
  const isUpload = uploadForm.test(new URL(request.url).pathname);
  return isUpload && request.headers.get("cookie")?.includes(`${sessionCookieName()}=`) ? uploadLimit : bodyLimit;
}

/**
 * What is wrong with a request that sends something, before Next reads it: its kind and its size,
 * and of forms whether one of ours sent it.
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
  // How long it takes to come is the sender's affair: meanwhile others are let in.
  requestStore()?.onGate?.();
  const body = await bytesOf(request, limit);
  if (body === "too large") return tooLarge;
  // It broke off, or came too slowly (server/sending/connections.ts): nobody hears the answer.
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
        // Settles only once the original has been read or cancelled as well.
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
