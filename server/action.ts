import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, unauthorized } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppError, type ErrorCode } from "@/domain/errors";
import { shownParams } from "@/i18n/error-params";
import { setAnswerFor } from "./answer-control";
import type { Context } from "./context";
import { log } from "./log";
import { isSameOrigin } from "./origins";
import { requestContext } from "./request-context";

/** What a refused form gets back: why, in the reader's language, and everything that was typed. */
export type Refusal = {
  code: ErrorCode;
  message: string;
  fields: readonly { field: string; code: ErrorCode; message: string }[];
  /** The fields as they were sent, so that the form shows them again. */
  values: Record<string, string | string[]>;
  /** With CONFLICT: the fields as somebody else left them. */
  current: Readonly<Record<string, string>> | null;
  requestId: string;
};

/** The state of a form that uses an action: null before the first answer. */
export type FormState<T = unknown> = { ok: true; value: T } | { ok: false; refusal: Refusal } | null;

/** Never given back, not even to the person who typed it. */
const secrets = new Set(["password", "repeat", "present"]);

/** The text fields of a form, without secrets; a name that comes more than once is a list. React's own fields are left out. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || secrets.has(name)) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return values;
}

/** A secret that was typed, as it was typed; `formValues` leaves them out. */
export function secretOf(form: FormData, name: "password" | "repeat" | "present"): string {
  return String(form.get(name) ?? "");
}

/** A refusal in the words of the reader's language. @param form what was sent, to be shown again */
export async function toRefusal(error: AppError, form: FormData | null): Promise<Refusal> {
  // Programs that guess go by the status, and learn by Retry-After when to come back.
  if (error.code === "TOO_MANY_ATTEMPTS") setAnswerFor(error);
  const [t, locale] = await Promise.all([getTranslations("errors"), getLocale()]);
  return {
    code: error.code,
    message: t(error.code, { ...shownParams(error.params, locale) }),
    fields: error.fields.map(({ field, code, params }) => ({ field, code, message: t(code, { ...params }) })),
    values: form ? formValues(form) : {},
    current: error.current,
    requestId: (await headers()).get("x-request-id") ?? "none",
  };
}

/**
 * Runs a form's command: same-origin gate, context, and refusals as values. What a person may not do or see ends the request
 * with its true status (401, 403, 404); a redirect inside `run` passes through.
 * @param ending `told` for what a page sends of its own accord while somebody writes: they are told that the session has ended, or that
 * this is no longer theirs, and not led away from their words
 */
export async function runAction<T>(
  form: FormData | null,
  run: (context: Context) => Promise<T>,
  ending: "led away" | "told" = "led away",
): Promise<FormState<T>> {
  const incoming = await headers();
  const requestId = incoming.get("x-request-id") ?? "none";
  if (!isSameOrigin(incoming)) forbidden();
  try {
    return { ok: true, value: await run(await requestContext()) };
  } catch (error) {
    if (!(error instanceof AppError)) {
      if (!isNavigation(error)) log().error({ event: "action_failed", requestId, err: error });
      throw error;
    }
    if (ending === "told") return { ok: false, refusal: await toRefusal(asTold(error), null) };
    if (error.code === "UNAUTHENTICATED") unauthorized();
    if (error.code === "FORBIDDEN") forbidden();
    if (error.code === "NOT_FOUND") notFound();
    return { ok: false, refusal: await toRefusal(error, form) };
  }
}

/** A session that is over has words of its own for those who write. */
function asTold(error: AppError): AppError {
  return error.code === "UNAUTHENTICATED" ? new AppError("SESSION_ENDED") : error;
}

/** `redirect()` and its kin travel as errors with a digest. */
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
