import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, unauthorized } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppError, type ErrorCode, secondsToRetry } from "@/domain/errors";
import { shownParams } from "@/i18n/error-params";
import type { Context } from "./context";
import { fromDatabaseError } from "./database/database-error";
import { log } from "./observability/log";
import { setAnswer, setAnswerFor } from "./request/answer-control";
import { typedFields } from "./request/ended-session";
import { isSameOrigin } from "./request/origins";
import { requestContext } from "./request/request-context";
import { requestStore } from "./request/request-store";

/**
 * What a refused form receives: the reason in the reader's language, and everything that was typed.
 */
export type Refusal = {
  code: ErrorCode;
  message: string;
  fields: readonly { field: string; code: ErrorCode; message: string }[];
  /** The fields as they were sent, so that the form shows them again. */
  values: Record<string, string | string[]>;
  /** With CONFLICT: the fields as another person saved them. */
  current: Readonly<Record<string, string>> | null;
  requestId: string;
};

/** The state of a form that uses an action: null before the first answer. */
export type FormState<T = unknown> = Outcome<T> | null;

type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Never returned, not even to the person who typed it. */
const secrets = new Set(["password", "repeat", "present"]);

/**
 * The text fields of a form, without secrets. A name that occurs more than once is a list. React's
 * own fields are left out.
 */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || secrets.has(name)) continue;
    const all = form.getAll(name).filter((value): value is string => typeof value === "string");
    values[name] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return values;
}

/** A secret exactly as it was typed; `formValues` leaves secrets out. */
export function secretOf(form: FormData, name: "password" | "repeat" | "present"): string {
  return String(form.get(name) ?? "");
}

/**
 * A refusal in the reader's language.
 * @param form the submitted form, to be shown again
 */
export async function toRefusal(error: AppError, form: FormData | null): Promise<Refusal> {
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
 * Runs a form's command: same-origin gate, context, and refusals as values. If the person may not
 * do or see it, the request ends with its true status (401, 403, 404); a redirect inside `run`
 * passes through.
 * @param ending `told` for requests that a page sends by itself while somebody is writing: the page
 *   shows that the session has ended, or that access is lost, and does not navigate away from the
 *   unsaved text
 */
export async function runAction<T>(
  form: FormData | null,
  run: (context: Context) => Promise<T>,
  ending: "led away" | "told" = "led away",
): Promise<Outcome<T>> {
  await refuseForeign();
  try {
    return { ok: true, value: await run(await requestContext()) };
  } catch (thrown) {
    const error = fromDatabaseError(thrown);
    if (!(error instanceof AppError)) {
      const requestId = (await headers()).get("x-request-id") ?? "none";
      if (!isNavigation(error)) log().error({ event: "action_failed", requestId, err: error });
      throw error;
    }
    if (ending === "told") return refused(asTold(error), null);
    endAs(error);
    return refused(error, form);
  }
}

/**
 * Runs an action of a person who is not signed in. Refusals are values, also the refusal of a
 * request from another site.
 * @param form the form whose fields a refusal returns; null to return none
 */
export async function runVisitorAction<T>(form: FormData | null, run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    if (!isSameOrigin(await headers())) throw new AppError("CROSS_ORIGIN");
    return { ok: true, value: await run() };
  } catch (error) {
    return refused(error, form);
  }
}

/**
 * A refusal for the form. The answer has the matching status if the refusal is about the caller or
 * about the moment, so that a client that reads only the status sees that nothing was done. Errors
 * in a form's fields leave the status unchanged.
 * @throws the error itself if it is not a refusal
 */
async function refused(thrown: unknown, form: FormData | null): Promise<Outcome<never>> {
  const error = fromDatabaseError(thrown);
  if (!(error instanceof AppError)) throw error;
  const isNotNow = secondsToRetry(error) !== null;
  if (isNotNow || barred.has(error.code)) setAnswerFor(error);
  const store = requestStore();
  // Without scripts the form's own page is rendered within this request, and its queries may find
  // the database unavailable too.
  if (store && form && isNotNow) store.typed = typedFields(form);
  return { ok: false, refusal: await toRefusal(error, form) };
}

const barred = new Set<ErrorCode>(["UNAUTHENTICATED", "SESSION_ENDED", "FORBIDDEN", "NOT_FOUND", "CROSS_ORIGIN"]);

/** Ends the request with the page for 401, 403 or 404. */
function endAs(error: AppError): void {
  if (!barred.has(error.code)) return;
  // For a form sent without scripts Next's own status would be 404 in every case.
  setAnswerFor(error);
  if (error.code === "UNAUTHENTICATED") unauthorized();
  if (error.code === "FORBIDDEN") forbidden();
  if (error.code === "NOT_FOUND") notFound();
}

/** Ends a request that comes from another site's page. */
export async function refuseForeign(): Promise<void> {
  if (!isSameOrigin(await headers())) deny(403);
}

/** Ends the request with the page for 403 or 404. */
export function deny(status: 403 | 404): never {
  setAnswer({ status });
  return status === 403 ? forbidden() : notFound();
}

/** An ended session has its own message for people who are writing. */
function asTold(error: AppError): AppError {
  return error.code === "UNAUTHENTICATED" ? new AppError("SESSION_ENDED") : error;
}

/** `redirect()`, `notFound()` and the like are thrown as errors with a digest. */
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
