import "server-only";
import { AppError } from "@/domain/errors";

const away = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  "08001",
  "53300",
  "57014",
]);

/** The PostgreSQL (or socket) error inside whatever wrapped it. */
function innermost(error: unknown): { code?: unknown; constraint?: unknown; message?: unknown } {
  let current: unknown = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  return current instanceof Error ? (current as { code?: unknown; constraint?: unknown; message: string }) : {};
}

/**
 * The refusal that a database error amounts to: a double is ALREADY_EXISTS, a changed row CONFLICT, an absent or
 * overloaded server UNAVAILABLE. Anything else is a fault of ours and stays what it is.
 */
export function fromDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code, constraint, message } = innermost(error);
  if (code === "23505")
    return new AppError("ALREADY_EXISTS", { params: { constraint: String(constraint) }, cause: error });
  if (code === "40001" || code === "40P01") return new AppError("CONFLICT", { cause: error });
  if (typeof code === "string" && away.has(code)) return new AppError("UNAVAILABLE", { cause: error });
  if (typeof message === "string" && /timeout|Connection terminated|pool/i.test(message)) {
    return new AppError("UNAVAILABLE", { cause: error });
  }
  return error;
}
