import "server-only";

/**
 * The connection ended, or none could be opened: SQLSTATE class 08, an administrator's or a crash's
 * end (57P), and the socket's own.
 */
const cutCodes =
  /^(08\w{3}|57P0[1-5]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What pg says itself of a connection that has ended; it gives these no code. */
const cutWords =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Client network socket)/;

export type DatabaseFailure = {
  readonly code: string | null;
  readonly constraint: string | null;
  /** Of an error of the operating system: what was asked of it. */
  readonly syscall: string | null;
  readonly message: string;
};

/**
 * The PostgreSQL (or socket) error inside whatever wrapped it. Several addresses of one host fail
 * as one with several.
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

/** Has the connection to the database ended, or could none be opened? Another one may answer. */
export function isCut(error: unknown): boolean {
  const { code, syscall, message } = innermost(error);
  // A socket in the file system that is not there; any other file that is missing is no database.
  if (code === "ENOENT") return syscall === "connect";
  return (code !== null && cutCodes.test(code)) || cutWords.test(message);
}

/**
 * Has the database said nothing for as long as a statement may take? Its connection then still
 * waits for that answer.
 */
export function isSilent(error: unknown): boolean {
  return innermost(error).message === "Query read timeout";
}
