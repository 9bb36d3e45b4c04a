import "server-only";
import { z } from "zod";
import { AppError } from "@/domain/errors";
import { initialsOf } from "@/domain/initials";
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
    canReport: boolean;
    changeSettings: boolean;
    seeSample: boolean;
    removeSample: boolean;
  };
};

/** The signed-in person for the shell and the account page, as read with the session. */
export const getAccount = defineQuery({
  name: "account.get",
  permission: "account.read",
  input: z.object({}),
  run: async ({ actor, context: { account } }): Promise<Account> => {
    if (account === null || actor.role === "system") throw new AppError("NOT_FOUND");
    return {
      email: account.email,
      stateCode: account.stateCode,
      name: actor.name,
      role: actor.role,
      initials: initialsOf(actor.name),
      isSample: actor.isSample,
      can: {
        canManageUsers: can(actor, "user.read"),
        canReadAudit: can(actor, "audit.read"),
        canReport: can(actor, "round.read"),
        changeSettings: can(actor, "settings.update"),
        seeSample: can(actor, "sample.remove"),
        removeSample: can(actor, "sample.remove") && !actor.isSample,
      },
    };
  },
});
