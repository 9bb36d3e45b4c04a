import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { memberStates } from "@/db/schema/member-states";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { can } from "@/domain/permissions";
import type { Role } from "@/domain/roles";
import { defineQuery } from "@/server/define";

export type Account = {
  name: string;
  email: string;
  role: Role;
  initials: string;
  stateCode: string | null;
  isSample: boolean;
  can: {
    canManageUsers: boolean;
    canReadAudit: boolean;
    changeSettings: boolean;
    seeSample: boolean;
    removeSample: boolean;
  };
};

/** The signed-in person, as the shell and the account page show them. */
export const getAccount = defineQuery({
  name: "account.get",
  permission: "account.read",
  input: z.object({}),
  run: async ({ db, actor }): Promise<Account> => {
    if (actor.userId === null || actor.role === "system") throw new AppError("NOT_FOUND");
    const [row] = await db
      .select({ email: users.email, stateCode: memberStates.code })
      .from(users)
      .leftJoin(memberStates, eq(memberStates.id, users.memberStateId))
      .where(eq(users.id, actor.userId));
    if (!row) throw new AppError("NOT_FOUND");
    return {
      ...row,
      name: actor.name,
      role: actor.role,
      initials: initialsOf(actor.name),
      isSample: actor.isSample,
      can: {
        canManageUsers: can(actor, "user.read"),
        canReadAudit: can(actor, "audit.read"),
        changeSettings: can(actor, "settings.update"),
        seeSample: can(actor, "sample.remove"),
        removeSample: can(actor, "sample.remove") && !actor.isSample,
      },
    };
  },
});

/** The first letters of the first and last word of a name; Lao names have no capitals, and that is fine. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
