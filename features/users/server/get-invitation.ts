import "server-only";
import { AppError } from "@/domain/errors";
import { passDoor } from "@/server/auth/secret-door";
import { defineQuery } from "@/server/define";
import { LinkInput } from "../schema";
import { findLink } from "./lib/one-time-link";

/**
 * The owner of a one-time link, for the page on which the password is set.
 * @throws AppError LINK_INVALID, TOO_MANY_ATTEMPTS
 */
export const getInvitation = defineQuery({
  name: "account.invitation",
  permission: "account.read",
  input: LinkInput,
  run: ({ db, input, context }) =>
    passDoor("link", { context, target: input.token }, async () => {
      const link = await findLink(db, input.token);
      if (!link) throw new AppError("LINK_INVALID");
      return { email: link.email, name: link.name };
    }),
});
