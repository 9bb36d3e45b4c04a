import "server-only";
import { type AppError, secondsToRetry, statusOf } from "@/domain/errors";
import { requestStore } from "./request-store";

/** Status and headers that replace those set by Next. */
export type AnswerHead = { status: number; headers?: Readonly<Record<string, string>> };
export type WholeAnswer = AnswerHead & { body: string };

/**
 * Sets status and headers of the answer to the current request; a redirect keeps its status. Server
 * actions and pages have no other way, because Next answers their refusals with 200 and their
 * failures with 500. No effect after the head of the answer has been sent, and outside of a
 * request.
 */
export function setAnswer(answer: AnswerHead): void {
  const store = requestStore();
  if (store) store.answerHead = answer;
}

/** Answers with the status of the error and, if a retry may help, `Retry-After`. */
export function setAnswerFor(error: Pick<AppError, "code" | "params">): void {
  setAnswer({ status: statusOf(error.code), headers: retryHeaders(error) });
}

/**
 * Replaces the whole answer to the current request, unless its head has been sent: for pages whose
 * query failed, because Next would send its error page with 500.
 */
export function replaceAnswer(answer: WholeAnswer): void {
  const store = requestStore();
  if (store) store.replacement = answer;
}

/** `Retry-After` in seconds if a retry may help. */
export function retryHeaders(error: Pick<AppError, "code" | "params">): Record<string, string> {
  const wait = secondsToRetry(error);
  return wait === null ? {} : { "Retry-After": String(wait) };
}
