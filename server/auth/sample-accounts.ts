import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { settings } from "@/db/schema/settings";
import { users } from "@/db/schema/users";
import { writeAudit } from "../audit";
import type { Context } from "../context";
import { hashPassword, verifyPassword } from "./passwords";
import { closeSessionsOf } from "./sessions";

/**
 * Key of the setting with the ids of accounts that a start has disabled. Accounts disabled by a
 * person are not among them.
 */
const switchedOff = "sampleAccounts.switchedOff";

export type SampleAccount = { id: number; email: string; role: string };

/**
 * Enables sample accounts, or disables them and ends their sessions. Called at each start, before
 * any request is served.
 * @returns those that are enabled now, in the order of their ids
 */
export async function switchSampleAccounts(context: Context, mayWork: boolean): Promise<SampleAccount[]> {
  return context.db.transaction(async (tx) => {
    const [saved] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, switchedOff));
    const stopped = Array.isArray(saved?.value) ? saved.value.filter((id) => typeof id === "number") : [];
    if (mayWork) await switchOn(tx, context, stopped);
    else await switchOff(tx, context, stopped);
    return tx
      .select({ id: users.id, email: users.email, role: users.role })
      .from(users)
      .where(and(eq(users.isSample, true), eq(users.isActive, true)))
      .orderBy(asc(users.id));
  });
}

/** Sets the offered password for every sample account that has a different one. */
export async function setSamplePassword(context: Context, password: string): Promise<void> {
  const accounts = await context.db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.isSample, true));
  const matches = await Promise.all(accounts.map(({ passwordHash }) => verifyPassword(passwordHash, password)));
  const others = accounts.filter((_account, index) => !matches[index]);
  if (others.length === 0) return;
  const passwordHash = await hashPassword(password);
  await context.db.transaction(async (tx) => {
    for (const { id } of others) {
      await tx.update(users).set({ passwordHash }).where(eq(users.id, id));
      await closeSessionsOf(tx, id);
      await writeAudit(tx, context, "sample.password", { subject: "users", subjectId: id });
    }
  });
}

async function switchOn(tx: Transaction, context: Context, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await setActive(tx, context, ids, true);
  await tx.delete(settings).where(eq(settings.key, switchedOff));
}

async function switchOff(tx: Transaction, context: Context, before: number[]): Promise<void> {
  const working = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isSample, true), eq(users.isActive, true)));
  if (working.length === 0) return;
  const ids = working.map(({ id }) => id);
  await setActive(tx, context, ids, false);
  for (const id of ids) await closeSessionsOf(tx, id);
  const value = [...new Set([...before, ...ids])];
  await tx
    .insert(settings)
    .values({ key: switchedOff, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}

async function setActive(tx: Transaction, context: Context, ids: number[], isActive: boolean): Promise<void> {
  const changed = await tx
    .update(users)
    .set({ isActive })
    .where(and(inArray(users.id, ids), eq(users.isSample, true), eq(users.isActive, !isActive)))
    .returning({ id: users.id });
  for (const { id } of changed) {
    const change = { subject: "users", subjectId: id, before: { isActive: !isActive }, after: { isActive } };
    await writeAudit(tx, context, isActive ? "sample.switchOn" : "sample.switchOff", change);
  }
}
