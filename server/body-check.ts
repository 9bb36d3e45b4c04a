import "server-only";
import type { ErrorCode } from "@/domain/errors";
import { evidenceLimit } from "@/domain/evidence";
import { sessionCookieName } from "./session-cookie";

/** The most that a form may hold, in bytes; next.config.ts reads up to 12 MB, so that what is larger is seen to be. */
const bodyLimit = 1_048_576;
/** The forms that take a file: its content, and room for the other fields. */
const uploadLimit = evidenceLimit + 65_536;
const uploadForm = /^\/(activities\/[1-9]\d{0,8}\/evidence|meetings\/[1-9]\d{0,8}\/papers)\/new$/;

/** Whoever is not signed in sends no files. */
function limitFor(request: Request): number {
  const isUpload = uploadForm.test(new URL(request.url).pathname);
  return isUpload && request.headers.get("cookie")?.includes(`${sessionCookieName()}=`) ? uploadLimit : bodyLimit;
}

type BodyProblem = { status: number; code: ErrorCode; params?: Record<string, string> };

/**
 * What is wrong with the body of a post, before Next reads it: there a body that is too large without saying so, or a form that breaks
 * off, would be a fault of the server's.
 */
export async function bodyProblem(request: Request): Promise<BodyProblem | null> {
  const limit = limitFor(request);
  const params = { max: String(Math.floor(limit / 1_048_576)) };
  const tooLarge = { status: 413, code: "BODY_TOO_LARGE", params } as const;
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLarge;
  const body = await request.clone().arrayBuffer();
  if (body.byteLength > limit) return tooLarge;
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) return null;
  const isForm = await new Response(body, { headers: { "content-type": type } }).formData().then(
    () => true,
    () => false,
  );
  return isForm ? null : { status: 400, code: "INVALID_INPUT" };
}
