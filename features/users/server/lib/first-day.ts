import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { Database, Transaction } from "@/db/client";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { setupToken } from "@/server/auth/setup-token";

function isSetupToken(typed: string): boolean {
  const [one, other] = [Buffer.from(typed), Buffer.from(setupToken())];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** True as long as the site has no account at all. */
export const isFirstDay = async (db: Database | Transaction): Promise<boolean> => (await db.$count(users)) === 0;

/**
 * Refuses unless this is the secret of the first administrator, and there is none yet. A wrong
 * secret and a site that has accounts get the same answer.
 * @throws AppError LINK_INVALID
 */
export async function refuseUnlessFirst(db: Database | Transaction, token: string): Promise<void> {
  if (!isSetupToken(token) || !(await isFirstDay(db))) throw new AppError("LINK_INVALID");
}
