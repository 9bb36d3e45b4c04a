import "server-only";
import { AppError, type ErrorCode, type ErrorParams, errorCodes, statusOf } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { catalogue, shownMessages } from "@/i18n/catalogue";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { fromDatabaseError } from "../database/database-error";
import { labelField } from "../field-labels";
import { retryHeaders } from "./answer-control";
import { pageOf } from "./ended-session";
import { interpolateMessage, plainPage } from "./plain-page";
import { type AnswerHead, type RequestStore, requestStore, type WholeAnswer } from "./request-store";

export type FailedRequest = {
  /** Path and query. */
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  store: RequestStore;
};

/** The answer that replaces Next's. */
export type Instead = { head: AnswerHead } | { whole: WholeAnswer };

/**
 * The answer to a request with an uncaught refusal: a page whose query found the database down, or
 * whose reader has lost their rights. Next would answer 500. An action called by a script gets only
 * the status, because a whole page would navigate away from what was typed.
 */
export function answerRefused(refusal: AppError, { path, headers, store }: FailedRequest): Instead {
  const { code } = refusal;
  const head = { status: statusOf(code), headers: retryHeaders(refusal) };
  if (headers["next-action"] !== undefined) return { head };
  const text = (name: string) => String(headers[name] ?? "");
  const locale = chooseLocale(cookieIn(text("cookie"), localeCookie), text("accept-language"));
  const requestId = text("x-request-id") || "none";
  const isApi = path.startsWith("/api/");
  const body = isApi
    ? JSON.stringify({ error: { code, message: wordsOf(locale, refusal), requestId } })
    : pageFor(refusal, { locale, path, requestId, nonce: text("x-nonce"), typed: store.typed });
  const type = isApi ? "application/json" : "text/html; charset=utf-8";
  const own = { "Content-Type": type, "Cache-Control": "private, no-store" };
  return { whole: { status: head.status, headers: { ...head.headers, ...own }, body } };
}

/**
 * The refusal that an error is or can be converted to; null for a fault. Recognised by name,
 * because each of Next's bundles has its own copy of the class.
 */
export function refusalIn(thrown: unknown): AppError | null {
  const error = fromDatabaseError(thrown);
  if (!(error instanceof Error) || error.name !== "AppError") return null;
  const { code, params } = error as Error & { code?: ErrorCode; params?: ErrorParams };
  if (!code || !errorCodes.includes(code) || statusOf(code) === 500) return null;
  return new AppError(code, { params, cause: error.cause });
}

type Uncaught = Omit<FailedRequest, "store"> & { isAction: boolean };

/**
 * Sets the answer of a request that failed with an uncaught refusal.
 * @returns true if it was a refusal; otherwise it is a fault, and Next's own error page is sent
 */
export function answerFailedRequest(thrown: unknown, { isAction, ...failed }: Uncaught): boolean {
  const refusal = refusalIn(thrown);
  const store = requestStore();
  // An error after an action is one of rendering the page again; the action's own answer is sent.
  const isAfterAction = !isAction && failed.headers["next-action"] !== undefined;
  if (refusal && store && !isAfterAction) give(store, answerRefused(refusal, { ...failed, store }));
  return refusal !== null;
}

/**
 * Replaces the answer that Next makes. An earlier replacement is not overwritten. A whole answer
 * takes precedence over a head alone, which was set for a page that could not be shown.
 */
export function give(store: RequestStore, instead: Instead): void {
  if ("whole" in instead) store.replacement ??= instead.whole;
  else store.answerHead ??= instead.head;
}

type Shown = { locale: Locale; path: string; requestId: string; nonce: string; typed: RequestStore["typed"] };

function pageFor({ code, params }: AppError, { locale, path, requestId, nonce, typed }: Shown): string {
  const { badRequest, unauthorized } = shownMessages[locale].errors.page;
  const [pathname = "/"] = path.split("?");
  const way =
    code === "UNAUTHENTICATED"
      ? { label: unauthorized.action, href: `/sign-in?next=${encodeURIComponent(path)}` }
      : { label: badRequest.action, href: pageOf(pathname) };
  // Sent without scripts, so the browser has no copy of what was typed.
  const kept = typed?.map((field) => labelField(locale, pathname, field));
  return plainPage({ locale, nonce, code, requestId, params, way, kept });
}

const wordsOf = (locale: Locale, { code, params }: AppError) =>
  interpolateMessage(catalogue[locale].errors[code], params);

function cookieIn(cookies: string, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(cookies)?.[1];
}
