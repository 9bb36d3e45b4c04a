import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";

/** For a query's `catch`: answers 404 if the row does not exist or the reader may not see it. */
export function toNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
  throw error;
}

/**
 * For pages that do not exist for people without permission: answers 404 as for rows that do not
 * exist or that they may not see.
 */
export function toHidden(error: unknown): never {
  if (error instanceof AppError && error.code === "FORBIDDEN") notFound();
  return toNotFound(error);
}

/** The row's id in an address such as `/plans/[id]`; answers 404 if it is not an id. */
export async function rowIdOf(params: Promise<{ id: string }>): Promise<number> {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  return Number(id);
}
