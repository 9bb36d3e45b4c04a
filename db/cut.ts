import "server-only";

/**
 * Codes of a connection that ended or could not be opened: SQLSTATE class 08, shutdown or crash of
 * the server (57P), and socket errors.
 */
const cutCodes =
  /^(08\w{3}|57P0[1-5]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** Messages of pg about a connection that has ended; these errors have no code. */
const cutWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Client network socket)/;

export type DatabaseFailure = {
  readonly code: string | null;
  readonly constraint: string | null;
  /** An error of the operating system with the system call that failed. */
  readonly syscall: string | null;
  readonly message: string;
};

/**
 * The PostgreSQL or socket error inside any wrappers. If a host has several addresses, they fail as
 * one AggregateError.
 */
export function innermost(error: unknown): DatabaseFailure {
  let current: unknown = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  if (current instanceof AggregateError && current.errors.length > 0) return innermost(current.errors[0]);
  if (!(current instanceof Error)) return { code: null, constraint: null, syscall: null, message: "" };
  const { code, constraint, syscall } = current as { code?: unknown; constraint?: unknown; syscall?: unknown };
  return {
    code: textOr(code),
    constraint: textOr(constraint),
    syscall: textOr(syscall),
    message: current.message,
  };
}

const textOr = (value: unknown) => (typeof value === "string" ? value : null);

/**
 * True if the connection to the database ended or could not be opened. Another connection may work.
 */
export function isCut(error: unknown): boolean {
  const { code, syscall, message } = innermost(error);
  // Only a missing socket file counts; any other missing file has nothing to do with the database.
  if (code === "ENOENT") return syscall === "connect";
  return (code !== null && cutCodes.test(code)) || cutWords.test(message);
}

/**
 * True if the database did not answer within the query timeout. The connection still waits for that
 * answer.
 */
export function isSilent(error: unknown): boolean {
  return innermost(error).message === "Query read timeout";
}
