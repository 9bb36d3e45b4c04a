import "server-only";
import pino from "pino";
import { env } from "@/env";

let logger: pino.Logger | undefined;

/** One JSON line per event on standard output; secrets never reach it. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "*.password", "secret", "*.secret", "cookie", "authorization"],
  });
  return logger;
}

type FailedRequest = { route: string; id: string | string[] | undefined };

/** What a page, route or action failed with that nobody caught. @param request its route and number; its address may be a secret */
export function logFailedRequest(error: unknown, { route, id }: FailedRequest): void {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  log().error({
    event: "request_failed",
    requestId: id ?? "none",
    digest,
    route,
    err: error,
  });
}
