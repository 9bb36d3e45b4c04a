import "server-only";
import { z } from "zod";
import { passDoor } from "@/server/auth/secret-door";
import { defineQuery } from "@/server/define";
import { LinkInput } from "../schema";
import { isFirstDay, refuseUnlessFirst } from "./lib/first-day";

/**
 * Whether the first administrator can be made through this address.
 * @throws AppError LINK_INVALID, TOO_MANY_ATTEMPTS
 */
export const getSetup = defineQuery({
  name: "account.setup",
  permission: "account.read",
  input: LinkInput,
  run: ({ db, input, context }) =>
    passDoor("link", { context, target: input.token }, () => refuseUnlessFirst(db, input.token)),
});

/** Whether the site still waits for its first administrator, for the page for signing in. */
export const waitsForFirst = defineQuery({
  name: "account.waitsForFirst",
  permission: "account.read",
  input: z.object({}),
  run: ({ db }) => isFirstDay(db),
});
