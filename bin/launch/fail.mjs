import { Refusal } from "../../db/embedded/refusal.mjs";

/**
 * Says what went wrong and sets exit code 1: the message alone when the operator can act on it, the
 * stack as well when it is a fault of the program.
 * @param {unknown} error
 */
export function fail(error) {
  process.exitCode = 1;
  // Loaded twice (as it is and through tsx), the class is two classes with one name.
  const isRefusal = error instanceof Refusal || (error instanceof Error && error.name === "Refusal");
  // A full disk, a folder that may not be written: the system's own words name it.
  const isExpected = isRefusal || (error instanceof Error && "syscall" in error);
  console.error(error instanceof Error ? (isExpected ? error.message : error.stack) : String(error));
}
