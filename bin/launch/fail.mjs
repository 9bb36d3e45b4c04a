import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * Prints an error and sets exit code 1: only the message if the operator can act on it, with the
 * stack if it is a fault of the program.
 * @param {unknown} error
 */
export function fail(error) {
  process.exitCode = 1;
  // Compared by name, because the class is loaded twice: directly and through tsx.
  const isRefusal = error instanceof Refusal || (error instanceof Error && error.name === "Refusal");
  // Errors of the system, such as a full disk or a read-only folder, have a message that names the
  // cause.
  const isExpected = isRefusal || (error instanceof Error && "syscall" in error);
  console.error(error instanceof Error ? (isExpected ? error.message : error.stack) : String(error));
}
