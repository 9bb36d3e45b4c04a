import "server-only";
import { evidenceLimit } from "@/domain/evidence";
import { sessionCookieName } from "../auth/session-cookie";
import { isProgramAddress, typedFields } from "../request/ended-session";
import { requestStore } from "../request/request-store";
import { formBodyProblem, formHeadProblem } from "./form-body";
import type { Malformed } from "./malformed";
import { leadingParts } from "./multipart";

/**
 * The largest body of a form, in bytes. next.config.ts lets Next read up to 12 MB, so that this
 * check sees larger bodies.
 */
const bodyLimit = 1_048_576;
/**
 * The limit of forms with a file. A file that is somewhat too large reaches its command, which
 * refuses it at its field and leaves the others filled.
 */
const uploadLimit = 12_000_000;
const uploadForm = /^\/(activities\/[1-9]\d{0,8}\/evidence|meetings\/[1-9]\d{0,8}\/papers)\/new$/;
/** The most fields that are given back of a form that is too large. */
const mostKept = 1_000;

/** Only requests with a session cookie may upload files. */
const isUpload = (request: Request) =>
  uploadForm.test(new URL(request.url).pathname) &&
  Boolean(request.headers.get("cookie")?.includes(`${sessionCookieName()}=`));

/**
 * The problem of a request with a body, found before Next reads it: its type, its size, and whether
 * a form is one of ours.
 */
export async function bodyProblem(request: Request): Promise<Malformed | null> {
  const { headers } = request;
  const isForm = !isProgramAddress(new URL(request.url).pathname);
  const limit = isUpload(request) ? uploadLimit : bodyLimit;
  const isTooLong = Number(headers.get("content-length") ?? 0) > limit;
  // Where scripts run the page still has its fields; otherwise they are read, to be given back.
  if (isTooLong && (!isUpload(request) || headers.has("next-action"))) return tooLarge(request, null);
  const problem = isForm ? formHeadProblem(headers) : null;
  if (problem) return problem;
  // The sender determines how long the body takes; meanwhile other requests are let in.
  requestStore()?.onGate?.();
  const body = await bytesOf(request, limit);
  // The connection broke off or was too slow (server/sending/connections.ts); nobody reads the
  // answer.
  if (body === "broken off") return { status: 400, code: "INVALID_INPUT" };
  if (body.isTooLarge) return tooLarge(request, body.bytes);
  return isForm ? formBodyProblem(headers, body.bytes) : null;
}

/**
 * The refusal of a body that is too large. Of a form with a file it gives back the fields before
 * the file, which its page puts last.
 * @param begun the beginning of the body, if it was read
 */
function tooLarge(request: Request, begun: Buffer | null): Malformed {
  if (!isUpload(request)) {
    return { status: 413, code: "BODY_TOO_LARGE", params: { max: String(Math.floor(bodyLimit / 1_048_576)) } };
  }
  const type = request.headers.get("content-type") ?? "";
  const fields = begun === null ? [] : leadingParts(begun, type, mostKept).filter(({ isFile }) => !isFile);
  return {
    status: 413,
    code: "FILE_TOO_LARGE",
    params: { max: String(evidenceLimit / 1_048_576) },
    kept: typedFields(fields.map(({ name, content }) => [name, content.toString()])),
  };
}

type Body = { bytes: Buffer; isTooLarge: boolean };

/** @returns of a body that is too large, its beginning */
async function bytesOf(request: Request, limit: number): Promise<Body | "broken off"> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.clone().body?.getReader();
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      length += next.value.byteLength;
      parts.push(next.value);
      if (length > limit) {
        // This promise resolves only once the original body has been read or cancelled as well.
        reader?.cancel().catch(() => undefined);
        return { bytes: Buffer.concat(parts), isTooLarge: true };
      }
    }
  } catch {
    return "broken off";
  }
  return { bytes: Buffer.concat(parts), isTooLarge: false };
}
