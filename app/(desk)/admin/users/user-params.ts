import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";
import { getUser } from "@/features/users/server/get-user";
import type { Context } from "@/server/context";
import { rowIdOf } from "../../to-not-found";

export type UserParams = Promise<{ id: string }>;

/** For whom the users are none of their business, these pages are not there. */
export function toNotFound(error: unknown): never {
  if (error instanceof AppError && (error.code === "FORBIDDEN" || error.code === "NOT_FOUND")) notFound();
  throw error;
}

/** The person of this address; an address that is no id is not found. */
export async function userOf(context: Context, params: UserParams) {
  return getUser(context, { userId: await rowIdOf(params) }).catch(toNotFound);
}
