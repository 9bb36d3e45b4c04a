import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import { verifyPassword } from "./passwords";

/** The door of commands that ask for the present password (see `defineCommand`). */
export const presentDoor = {
  door: "presentPassword",
  target: ({ actor }: { actor: Actor }) => String(actor.userId),
} as const;

/**
 * The actor's account, locked, after its present password has been verified. For commands behind
 * `presentDoor`.
 * @throws AppError PASSWORD_WRONG on the field `present`
 */
export async function provenAccount(tx: Transaction, actor: Actor, present: string) {
  const [user] = await tx
    .select()
    .from(users)
    .where(eq(users.id, actor.userId ?? 0))
    .for("no key update");
  // The account was disabled after the session was read.
  if (!user?.isActive) throw new AppError("UNAUTHENTICATED");
  const isRight = await verifyPassword(user.passwordHash, present);
  if (!isRight) throw new AppError("PASSWORD_WRONG", { field: "present" });
  return user;
}
