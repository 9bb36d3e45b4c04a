import "server-only";
import { callByForm, callByScript } from "./action-call";
import { isKnownAction } from "./known-actions";
import type { Malformed } from "./malformed";
import { readParts } from "./multipart";

/** Fields that a form may have: the largest of ours has four for each of a thousand rows. */
const mostFields = 10_000;

const malformed: Malformed = { status: 400, code: "MALFORMED_REQUEST" };
const notAForm: Malformed = { status: 415, code: "NOT_A_FORM" };
const unknownAction: Malformed = { status: 404, code: "UNKNOWN_ACTION" };
/** Next's script reads the header and lets its caller know that the site has been updated. */
const unknownToScript: Malformed = { ...unknownAction, headers: { "x-nextjs-action-not-found": "1" } };

/** What the head of a post to a page tells: is it one of our forms, and of this build? */
export function formHeadProblem(headers: Headers): Malformed | null {
  const action = headers.get("next-action");
  if (action !== null && !isKnownAction(action)) return unknownToScript;
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  return type === "multipart/form-data" ? null : notAForm;
}

/**
 * What is wrong with the body of a post to a page, before Next decodes it: there it costs far more,
 * and what no form of ours sends would be a fault of the server's.
 * @param body the whole of it
 */
export function formBodyProblem(headers: Headers, body: Buffer): Malformed | null {
  const parts = readParts(body, headers.get("content-type") ?? "", mostFields);
  if (!parts) return { status: 400, code: "INVALID_INPUT" };
  const action = headers.get("next-action");
  const verdict = action === null ? callByForm(parts) : callByScript(action, parts);
  if (verdict === "right") return null;
  return verdict === "unknown" ? unknownAction : malformed;
}
