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

type FailedRequest = { path: string; route: string; id: string | string[] | undefined };

/** What a page, route or action failed with that nobody caught. @param request its address, route and number */
export function logFailedRequest(error: unknown, { path, route, id }: FailedRequest): void {
  const digest = typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
  log().error({
    event: "request_failed",
    requestId: id ?? "none",
    digest,
    path: path.split("?")[0],
    route,
    err: error,
  });
}
