import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";

/**
 * For a query's `catch`: what the reader may not see, and what an outdated or mistyped address
 * names, is no page.
 */
export function toNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
  throw error;
}

/** The row's id of an address such as `/plans/[id]`; what is no id is no page. */
export async function rowIdOf(params: Promise<{ id: string }>): Promise<number> {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  return Number(id);
}
