import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { defineCommand } from "@/server/define";
import { RequestLinkInput } from "../schema";
import { makeLink, type OneTimeLink } from "./lib/one-time-link";

/** A link for a forgotten password, with the recipient's address and language. */
export type RequestedLink = OneTimeLink & { email: string; name: string; locale: "en" | "lo" | null };

/**
 * Creates a one-time link for a forgotten password, for people who are not signed in
 * (`visitorContext`). It is only mailed and never shown, because access to the mailbox is the
 * proof. Sample accounts have no mailbox.
 * @returns null if no active account has this address; the caller must not reveal this
 */
export const requestLink = defineCommand({
  name: "account.requestLink",
  permission: "account.update",
  input: RequestLinkInput,
  run: async ({ tx, input, context }) => {
    const [user] = await tx
      .select()
      .from(users)
      .where(and(eq(sql`lower(${users.email})`, input.email), eq(users.isActive, true), eq(users.isSample, false)))
      .for("no key update");
    if (!user) return { result: null, audit: null };
    const link = await makeLink(tx, user, context.now);
    const result: RequestedLink = { ...link, email: user.email, name: user.name, locale: user.locale };
    return { result, audit: { subject: "users", subjectId: user.id, after: { linkExpiresAt: link.expiresAt } } };
  },
});
