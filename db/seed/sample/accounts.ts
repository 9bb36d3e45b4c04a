import "server-only";
import { hash } from "@node-rs/argon2";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema/users";
import { passwordCost } from "@/domain/passwords";
import type { Role } from "@/domain/roles";
import { idOf, type SeedContext } from "./seed-context";

type Account = { name: string; key: string; role: Role; state?: string };

/** In the order in which they are offered; the address is `key` before `@sample.example`. */
const accounts: readonly Account[] = [
  { key: "admin", name: "Sample administrator", role: "admin" },
  { key: "manager", name: "Sample manager", role: "manager" },
  { key: "officer", name: "Sample officer", role: "officer" },
  { key: "focal.la", name: "Sample focal point (Lao PDR)", role: "focal", state: "LA" },
  { key: "focal.th", name: "Sample focal point (Thailand)", role: "focal", state: "TH" },
  { key: "viewer", name: "Sample viewer", role: "viewer" },
];

/** The account that is the author of the sample history. */
export type Person = { id: number; name: string };

/**
 * The sample accounts. Without a password nobody can sign in with them until one is set.
 * @returns them by the part before the `@`
 */
export async function seedAccounts(
  tx: Transaction,
  context: SeedContext,
  password: string | undefined,
): Promise<Map<string, Person>> {
  const passwordHash = password ? await hash(password.normalize("NFC"), passwordCost) : null;
  const people = new Map<string, Person>();
  for (const { key, name, role, state } of accounts) {
    const email = `${key}@sample.example`;
    const memberStateId = state ? idOf(context.states, state) : null;
    await tx
      .insert(users)
      .values({ email, name, role, memberStateId, passwordHash, isSample: true })
      .onConflictDoNothing();
    const [row] = await tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(and(eq(users.email, email), eq(users.isSample, true)));
    if (row) people.set(key, row);
  }
  return people;
}
