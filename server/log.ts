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
