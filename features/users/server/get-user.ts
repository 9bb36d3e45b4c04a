import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { memberStates } from "@/db/schema/member-states";
import { oneTimeLinks, sessions, users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { UserIdInput } from "../schema";
import { accessOf } from "./lib/access";

/**
 * One account, for administrators.
 * @throws AppError NOT_FOUND
 */
export const getUser = defineQuery({
  name: "user.get",
  permission: "user.read",
  input: UserIdInput,
  run: async ({ db, actor, input }) => {
    const [user] = await db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        stateCode: memberStates.code,
        isActive: users.isActive,
        hasPassword: sql<boolean>`${users.passwordHash} is not null`,
        isSample: users.isSample,
        createdAt: users.createdAt,
        lastSignInAt: users.lastSignInAt,
        version: users.version,
      })
      .from(users)
      .leftJoin(memberStates, eq(memberStates.id, users.memberStateId))
      .where(eq(users.id, input.userId));
    if (!user) throw new AppError("NOT_FOUND");
    const [link] = await db
      .select({ expiresAt: oneTimeLinks.expiresAt })
      .from(oneTimeLinks)
      .where(
        and(eq(oneTimeLinks.userId, user.id), isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, sql`now()`)),
      );
    return {
      user,
      isSelf: actor.userId === user.id,
      linkExpiresAt: link?.expiresAt ?? null,
      access: await accessOf(db, user.id),
      sessionCount: await db.$count(sessions, eq(sessions.userId, user.id)),
    };
  },
});

/** Data of the user page. */
export type UserPage = Awaited<ReturnType<typeof getUser>>;
