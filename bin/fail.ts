import { AppError } from "@/domain/errors";
import { catalogue } from "@/i18n/catalogue";
import { fillMessage } from "@/server/plain-page";

/**
 * Ends a command with what went wrong: one line when the operator can act on it, the stack as well when it is a fault of
 * the program.
 */
export function fail(error: unknown): never {
  process.stderr.write(`${wordsFor(error)}\n`);
  process.exit(1);
}

function wordsFor(error: unknown): string {
  if (error instanceof AppError) {
    const { errors } = catalogue.en;
    if (error.fields.length === 0) return fillMessage(errors[error.code], error.params);
    return error.fields.map(({ field, code, params }) => `--${field}: ${fillMessage(errors[code], params)}`).join(" ");
  }
  if (!(error instanceof Error)) return String(error);
  const isExpected = error.name === "Refusal" || error.message.startsWith("Settings: ");
  return isExpected ? error.message : (error.stack ?? error.message);
}
