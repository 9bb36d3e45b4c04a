import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";
import { getUser } from "@/features/users/server/get-user";
import type { Context } from "@/server/context";
import { rowIdOf } from "../../to-not-found";

export type UserParams = Promise<{ id: string }>;

/** For people without permission these pages answer 404. */
export function toNotFound(error: unknown): never {
  if (error instanceof AppError && (error.code === "FORBIDDEN" || error.code === "NOT_FOUND")) notFound();
  throw error;
}

/** The person of this address; not found if the address has no valid id. */
export async function userOf(context: Context, params: UserParams) {
  return getUser(context, { userId: await rowIdOf(params) }).catch(toNotFound);
}
