import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { changedFields } from "@/server/audit";
import { closeSessionsOf } from "@/server/auth/sessions";
import { defineCommand } from "@/server/define";
import { ChangeUserInput } from "../schema";
import { memberStateFor } from "./lib/member-state";
import { endLinksOf } from "./lib/one-time-link";

type User = typeof users.$inferSelect;
type Rights = Pick<User, "role" | "memberStateId" | "isActive">;

/**
 * Changes a person's name, role, member state, or whether they may sign in. Any change of rights
 * ends their sessions.
 * @throws AppError CONFLICT with the current fields, LAST_ADMIN, OWN_ROLE; see `memberStateFor`
 */
export const changeUser = defineCommand({
  name: "user.change",
  permission: "user.update",
  input: ChangeUserInput,
  load: async ({ tx, input }) => {
    const admins = await lockAdmins(tx);
    const [user] = await tx.select().from(users).where(eq(users.id, input.userId)).for("no key update");
    if (!user) throw new AppError("NOT_FOUND");
    return { user, admins };
  },
  run: async ({ tx, actor, input, row: { user, admins }, context }) => {
    if (user.version !== input.version) throw new AppError("CONFLICT", { current: await fieldsOf(tx, user) });
    const rights = {
      role: input.role,
      memberStateId: await memberStateFor(tx, context, input),
      isActive: input.access === "active",
    };
    const changedRights = changedFields<Rights>(user, rights);
    if (changedRights) {
      refuseLastAdmin(user, rights, admins);
      if (actor.userId === user.id) throw new AppError("OWN_ROLE");
    }
    const changed = changedFields<Rights & { name: string }>(user, { ...rights, name: input.name });
    if (!changed) return { result: { userId: user.id }, audit: null };
    await tx
      .update(users)
      .set({ ...rights, name: input.name, version: sql`${users.version} + 1`, updatedAt: context.now })
      .where(eq(users.id, user.id));
    if (changedRights) await closeSessionsOf(tx, user.id);
    if (!rights.isActive) await endLinksOf(tx, user.id);
    return { result: { userId: user.id }, audit: { subject: "users", subjectId: user.id, ...changed } };
  },
});

/**
 * Active administrators, locked in the order of their ids, so that two who remove each other at the
 * same time run one after the other.
 */
function lockAdmins(tx: Transaction) {
  return tx
    .select({ id: users.id, isSample: users.isSample })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.isActive, true)))
    .orderBy(users.id)
    .for("no key update");
}

/**
 * Ensures that an administrator is left. Sample accounts do not count, because they are removed
 * with the sample.
 */
function refuseLastAdmin(user: User, after: Rights, admins: readonly Pick<User, "id" | "isSample">[]): void {
  if (user.role !== "admin" || !user.isActive || (after.role === "admin" && after.isActive)) return;
  const remaining = admins.filter(({ id, isSample }) => id !== user.id && (user.isSample || !isSample));
  if (remaining.length === 0) throw new AppError("LAST_ADMIN");
}

/** Current fields of the form. */
async function fieldsOf(tx: Transaction, user: User): Promise<Record<string, string>> {
  const state = user.memberStateId
    ? await tx.select({ code: memberStates.code }).from(memberStates).where(eq(memberStates.id, user.memberStateId))
    : [];
  const { name, role, isActive, version } = user;
  const access = isActive ? "active" : "disabled";
  return { name, role, state: state[0]?.code ?? "", access, version: String(version) };
}
