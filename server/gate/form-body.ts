import "server-only";
import { callByForm, callByScript } from "./action-call";
import { isKnownAction } from "./known-actions";
import type { Malformed } from "./malformed";
import { readParts } from "./multipart";

/** The most fields that a form may have; our largest form has four for each of a thousand rows. */
const mostFields = 10_000;

const malformed: Malformed = { status: 400, code: "MALFORMED_REQUEST" };
const notAForm: Malformed = { status: 415, code: "NOT_A_FORM" };
const unknownAction: Malformed = { status: 404, code: "UNKNOWN_ACTION" };
/** Next's script reads this header and reports that the site has been updated. */
const unknownToScript: Malformed = { ...unknownAction, headers: { "x-nextjs-action-not-found": "1" } };

/** Checks the headers of a post to a page: whether it is one of our forms, and from this build. */
export function formHeadProblem(headers: Headers): Malformed | null {
  const action = headers.get("next-action");
  if (action !== null && !isKnownAction(action)) return unknownToScript;
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  return type === "multipart/form-data" ? null : notAForm;
}

/**
 * The problem of the body of a post to a page, found before Next decodes it: decoding costs far
 * more, and unexpected content would end as a server error.
 * @param body the whole body
 */
export function formBodyProblem(headers: Headers, body: Buffer): Malformed | null {
  const parts = readParts(body, headers.get("content-type") ?? "", mostFields);
  if (!parts) return { status: 400, code: "INVALID_INPUT" };
  const action = headers.get("next-action");
  const verdict = action === null ? callByForm(parts) : callByScript(action, parts);
  if (verdict === "right") return null;
  return verdict === "unknown" ? unknownAction : malformed;
}
