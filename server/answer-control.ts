import "server-only";
import { type AppError, secondsToRetry, statusOf } from "@/domain/errors";

/** Sets status and headers of the answer to the request that is being served; without one nothing happens. */
export function setAnswer(_answer: { status: number; headers?: Record<string, string> }): void {
  // Nothing carries it to the answer yet.
}

/** The answer tells by its status, and by Retry-After where that may help, what the refusal tells in words. */
export function setAnswerFor(error: AppError): void {
  const wait = secondsToRetry(error);
  setAnswer({ status: statusOf(error.code), ...(wait === null ? {} : { headers: { "Retry-After": String(wait) } }) });
}
