import "server-only";
import { AppError, type ErrorCode, type ErrorParams, errorCodes, secondsToRetry, statusOf } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { shownMessages } from "@/i18n/catalogue";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { replaceAnswer, setAnswerFor } from "./answer-control";
import { fromDatabaseError } from "./database-error";
import { pageOf } from "./ended-session";
import { inWords } from "./kept-words";
import { fillMessage, plainPage } from "./plain-page";
import { requestNote } from "./request-note";

export type FailedRequest = {
  /** With its query. */
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /**
   * A refusal of an action is answered by its form; of what was not caught there only the status is
   * told.
   */
  isAction: boolean;
};

/**
 * Answers a request that has failed with nobody to catch it, where what it failed with is a refusal
 * and no fault: a page whose query found the database away, or the person's rights gone. Next
 * itself would say 500 to all of them.
 * @returns the refusal's code; null where it is a fault, and Next's own page for it stands
 */
export function answerFailedRequest(thrown: unknown, { path, headers, isAction }: FailedRequest): ErrorCode | null {
  const refusal = refusalIn(thrown);
  if (!refusal || statusOf(refusal.code) === 500) return null;
  const { code } = refusal;
  // The browser's script takes a whole page for no answer to its action, and would leave what was
  // typed.
  if (isAction && headers["next-action"] !== undefined) {
    setAnswerFor(refusal);
    return code;
  }
  const text = (name: string) => String(headers[name] ?? "");
  const locale = chooseLocale(cookieIn(text("cookie"), localeCookie), text("accept-language"));
  const requestId = text("x-request-id") || "none";
  const isApi = path.startsWith("/api/");
  const wait = secondsToRetry(refusal);
  replaceAnswer({
    status: statusOf(code),
    headers: {
      "Content-Type": isApi ? "application/json" : "text/html; charset=utf-8",
      "Cache-Control": "private, no-store",
      ...(wait === null ? {} : { "Retry-After": String(wait) }),
    },
    body: isApi
      ? JSON.stringify({ error: { code, message: wordsOf(locale, refusal), requestId } })
      : pageFor(refusal, { locale, path, requestId, nonce: text("x-nonce") }),
  });
  return code;
}

/**
 * The refusal that this is, or that it amounts to. Each of Next's bundles has a class of its own
 * for the same refusals.
 */
function refusalIn(thrown: unknown): AppError | null {
  const error = fromDatabaseError(thrown);
  if (error instanceof AppError) return error;
  if (!(error instanceof Error) || error.name !== "AppError") return null;
  const { code, params } = error as Error & { code?: ErrorCode; params?: ErrorParams };
  return code && errorCodes.includes(code) ? new AppError(code, { params, cause: error.cause }) : null;
}

type Shown = { locale: Locale; path: string; requestId: string; nonce: string };

function pageFor({ code, params }: AppError, { locale, path, requestId, nonce }: Shown): string {
  const { badRequest, unauthorized } = shownMessages[locale].errors.page;
  const [pathname = "/"] = path.split("?");
  const way =
    code === "UNAUTHENTICATED"
      ? { label: unauthorized.action, href: `/sign-in?next=${encodeURIComponent(path)}` }
      : { label: badRequest.action, href: pageOf(pathname) };
  // A form that was sent without scripts: its words are in no other place.
  const kept = requestNote()?.typed?.map((field) => inWords(locale, field));
  return plainPage({ locale, nonce, code, requestId, params, way, kept });
}

const wordsOf = (locale: Locale, { code, params }: AppError) => fillMessage(shownMessages[locale].errors[code], params);

function cookieIn(cookies: string, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([^;]*)`).exec(cookies)?.[1];
}
