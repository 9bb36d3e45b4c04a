import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { AppError } from "@/domain/errors";
import { passwordCost, passwordProblem } from "@/domain/passwords";

/**
 * @returns an argon2id hash in PHC form; argon2 has no 72-byte limit, so the whole password counts
 */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), passwordCost);
}

let decoy: Promise<string> | undefined;

/**
 * Verifies a password in the same time whether or not the account exists or has a password: an
 * absent hash is replaced by a decoy.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFC"));
  return matches && passwordHash !== null;
}

/** @throws AppError PASSWORD_TOO_SHORT or PASSWORD_TOO_COMMON on the field `password` */
export function refuseWeakPassword(password: string): void {
  const problem = passwordProblem(password);
  if (problem) throw new AppError(problem, { field: "password", params: { min: 8 } });
}
