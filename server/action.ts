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
export type FormState<T = unknown> = Outcome<T> | null;

type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Never given back, not even to the person who typed it. */
const secrets = new Set(["password", "repeat", "present"]);

/**
 * The text fields of a form, without secrets; a name that comes more than once is a list. React's
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

/** A secret that was typed, as it was typed; `formValues` leaves them out. */
export function secretOf(form: FormData, name: "password" | "repeat" | "present"): string {
  return String(form.get(name) ?? "");
}

/** A refusal in the words of the reader's language. @param form what was sent, to be shown again */
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
 * Runs a form's command: same-origin gate, context, and refusals as values. What a person may not
 * do or see ends the request with its true status (401, 403, 404); a redirect inside `run` passes
 * through.
 * @param ending `told` for what a page sends of its own accord while somebody writes: they are told
 *   that the session has ended, or that this is no longer theirs, and not led away from their words
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
 * Runs what somebody sends who is not signed in: refusals are values, also that of a request from
 * another site.
 * @param form what a refusal gives back; null for nothing of it
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
 * A refusal as a form gets it, under the status that says the same where whoever only reads the
 * status must know: nothing was done because of who asks, or because of the moment. What is wrong
 * in a form's fields is the form's own affair.
 * @throws what is no refusal
 */
async function refused(thrown: unknown, form: FormData | null): Promise<Outcome<never>> {
  const error = fromDatabaseError(thrown);
  if (!(error instanceof AppError)) throw error;
  const isNotNow = secondsToRetry(error) !== null;
  if (isNotNow || barred.has(error.code)) setAnswerFor(error);
  const store = requestStore();
  // Without scripts the form's own page follows in this request, and may find the database away as
  // well.
  if (store && form && isNotNow) store.typed = typedFields(form);
  return { ok: false, refusal: await toRefusal(error, form) };
}

const barred = new Set<ErrorCode>(["UNAUTHENTICATED", "SESSION_ENDED", "FORBIDDEN", "NOT_FOUND", "CROSS_ORIGIN"]);

/**
 * Ends the request with a page of its own for those who may not, or for whom there is no such
 * thing.
 */
function endAs(error: AppError): void {
  if (!barred.has(error.code)) return;
  // Next's own status would be 404 for each of them, where a form was sent without scripts.
  setAnswerFor(error);
  if (error.code === "UNAUTHENTICATED") unauthorized();
  if (error.code === "FORBIDDEN") forbidden();
  if (error.code === "NOT_FOUND") notFound();
}

/** Ends a request that another site's page has sent. */
export async function refuseForeign(): Promise<void> {
  if (!isSameOrigin(await headers())) deny(403);
}

/** Ends the request as one that nobody may send, or that leads nowhere. */
export function deny(status: 403 | 404): never {
  setAnswer({ status });
  return status === 403 ? forbidden() : notFound();
}

/** A session that is over has words of its own for those who write. */
function asTold(error: AppError): AppError {
  return error.code === "UNAUTHENTICATED" ? new AppError("SESSION_ENDED") : error;
}

/** `redirect()` and its kin travel as errors with a digest. */
function isNavigation(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_");
}
