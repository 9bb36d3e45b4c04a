import "server-only";
import { type AppError, secondsToRetry, statusOf } from "@/domain/errors";
import { requestStore } from "./request-store";

/** What an answer says in place of what Next would say. */
export type AnswerHead = { status: number; headers?: Readonly<Record<string, string>> };
export type WholeAnswer = AnswerHead & { body: string };

/**
 * Sets status and headers of the answer to the current request; a redirect keeps its own. Server
 * actions and pages have no other way: Next answers their refusals with 200, their failures with
 * 500. Without effect once the head of the answer has left, and outside of a request.
 */
export function setAnswer(answer: AnswerHead): void {
  const store = requestStore();
  if (store) store.answerHead = answer;
}

/** Answers with the status that tells the same as the error, and says when to come back. */
export function setAnswerFor(error: Pick<AppError, "code" | "params">): void {
  setAnswer({ status: statusOf(error.code), headers: retryHeaders(error) });
}

/**
 * Replaces the whole answer to the current request, as long as its head has not left: for pages
 * whose query failed, because Next would send its error page with 500.
 */
export function replaceAnswer(answer: WholeAnswer): void {
  const store = requestStore();
  if (store) store.replacement = answer;
}

/** `Retry-After` in seconds where coming back may help. */
export function retryHeaders(error: Pick<AppError, "code" | "params">): Record<string, string> {
  const wait = secondsToRetry(error);
  return wait === null ? {} : { "Retry-After": String(wait) };
}
