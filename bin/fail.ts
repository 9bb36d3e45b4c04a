/**
 * Ends a command with what went wrong: one line when the operator can act on it, the stack as well when it is a fault of
 * the program.
 */
export function fail(error: unknown): never {
  const isExpected = error instanceof Error && (error.name === "Refusal" || error.message.startsWith("Settings: "));
  process.stderr.write(
    `${isExpected || !(error instanceof Error) ? String((error as Error).message ?? error) : error.stack}\n`,
  );
  process.exit(1);
}
