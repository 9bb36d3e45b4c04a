import { innermost } from "@/db/cut";
import { AppError } from "@/domain/errors";
import { catalogue } from "@/i18n/catalogue";
import { fromDatabaseError } from "@/server/database/database-error";
import { interpolateMessage } from "@/server/request/plain-page";

/**
 * Ends a command with an error message: one line if the operator can act on it, with the stack if
 * it is a fault of the program.
 */
export function fail(error: unknown): never {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
}

/** Text of an error: one line, or the stack of a fault. */
export function wordsFor(error: unknown): string {
  // The message of a file error names the file; the stack would add nothing.
  const { syscall, message } = innermost(error);
  if (syscall !== null && syscall !== "connect") return message;
  const refusal = fromDatabaseError(error);
  if (refusal instanceof AppError)
    return refusal === error ? wordsOf(refusal) : `${wordsOf(refusal)} ${reasonOf(error)}`;
  if (!(error instanceof Error)) return String(error);
  const isExpected = error.name === "Refusal" || error.message.startsWith("Settings: ");
  return isExpected ? error.message : (error.stack ?? error.message);
}

function wordsOf({ code, fields, params }: AppError): string {
  const { errors } = catalogue.en;
  if (fields.length === 0) return interpolateMessage(errors[code], params);
  return fields.map((field) => `--${field.field}: ${interpolateMessage(errors[field.code], field.params)}`).join(" ");
}

/** The database's own message, on the same line. */
const reasonOf = (error: unknown) => `(${innermost(error).message.trim().replace(/\s+/g, " ")})`;
