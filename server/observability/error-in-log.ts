import "server-only";

/** PostgreSQL's error class for invalid values; its messages repeat the values. */
const unreadable = /^22/;

type Told = { message: string; stack: string };

/**
 * An error with its causes, as it is logged. The values of a query are left out, because they are
 * what somebody typed.
 * @param error anything that was thrown
 */
export function errorInLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    code,
    constraint,
    ...told(error),
    cause: error.cause === undefined ? undefined : errorInLog(error.cause),
  };
}

function told(error: Error): Told {
  const { message, stack = "" } = error;
  const words = wordsOf(error);
  return { message: words, stack: words === message ? stack : stack.replace(message, () => words) };
}

function wordsOf(error: Error): string {
  const { query, code } = error as { query?: unknown; code?: unknown };
  // Drizzle's message holds the values after the statement.
  if (typeof query === "string") return `Failed query: ${query}`;
  if (typeof code === "string" && unreadable.test(code)) return "a value that cannot be read";
  return error.message;
}
