import "server-only";
import type { ErrorCode } from "@/domain/errors";

/** The most that a form may hold, in bytes. */
export const bodyLimit = 1_048_576;

/**
 * What is wrong with the body of a post, before Next reads it: there a body that is too large without saying so, or a form that breaks
 * off, would be a fault of the server's.
 */
export async function bodyProblem(request: Request): Promise<{ status: number; code: ErrorCode } | null> {
  const tooLarge = { status: 413, code: "BODY_TOO_LARGE" } as const;
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return tooLarge;
  const body = await request.clone().arrayBuffer();
  if (body.byteLength > bodyLimit) return tooLarge;
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) return null;
  const isForm = await new Response(body, { headers: { "content-type": type } }).formData().then(
    () => true,
    () => false,
  );
  return isForm ? null : { status: 400, code: "INVALID_INPUT" };
}
