import "server-only";
import { format } from "node:util";
import pino from "pino";
import { env } from "@/env";
import { errorInLog } from "./error-in-log";

let logger: pino.Logger | undefined;

/** One JSON line per event on standard output; secrets never reach it. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "*.password", "secret", "*.secret", "cookie", "authorization"],
    serializers: { err: errorInLog },
  });
  return logger;
}

type FailedRequest = { route: string; id: string | string[] | undefined };

/**
 * Logs the error of a page, route or action that nobody caught.
 * @param request its route and id; its address may contain a secret
 */
export function logFailedRequest(error: unknown, { route, id }: FailedRequest): void {
  log().error({
    event: "request_failed",
    requestId: id ?? "none",
    digest: digestOf(error),
    route,
    err: error,
  });
}

function digestOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "digest" in error ? error.digest : undefined;
}

const levels = { error: "error", warn: "warn", log: "info", info: "info", debug: "debug" } as const;

/** Turns what Next and packages print to the console, which is not JSON, into events of the log. */
export function takeConsole(target: Console = globalThis.console): void {
  for (const [name, level] of Object.entries(levels)) {
    Object.assign(target, {
      [name]: (...values: unknown[]) => {
        const err = values.find((one) => one instanceof Error);
        // Next also prints the error of a failed request, which `logFailedRequest` has logged
        // already.
        if (err && digestOf(err) !== undefined) return;
        const words = values.filter((one) => one !== err);
        log()[level]({ event: "console", said: format(...words).trim() || undefined, err });
      },
    });
  }
}
