import { z } from "zod";
import { cleanText, isStorable } from "@/domain/lao-text";
import { roles } from "@/domain/roles";
import { tokenScopes } from "@/domain/vocabulary";
import { empty, presentField, requiredText, rowId, seenVersion } from "@/server/form-fields";
import { userSorts } from "./address";
import type { Chosen } from "./server/lib/access";

/** An e-mail address, compared without regard to case. */
const email = z
  .string({ error: "REQUIRED" })
  .refine(isStorable, "NOT_AN_EMAIL")
  .transform((text) => cleanText(text).toLowerCase())
  .pipe(z.string().min(1, "REQUIRED").max(254).pipe(z.email()));

const role = z.enum(roles, { error: "UNKNOWN_CHOICE" });

/** ISO code of a focal point's member state; ignored for other roles. */
const state = z.preprocess(
  empty,
  z
    .string({ error: "UNKNOWN_CHOICE" })
    .regex(/^[A-Za-z]{2}$/, "UNKNOWN_CHOICE")
    .transform((code) => code.toUpperCase())
    .nullable()
    .default(null),
);

/** A new person. */
export const AddUserInput = z.object({ email, name: requiredText(120), role, state });

/** Whether an account may sign in. A person who has not set a password yet is also `active`. */
export const accessValues = ["active", "disabled"] as const;

/** Fields of a person that an administrator can change. */
export const ChangeUserInput = z.object({
  userId: rowId,
  version: seenVersion,
  name: requiredText(120),
  role,
  state,
  access: z.enum(accessValues, { error: "UNKNOWN_CHOICE" }),
});

/** One person. */
export const UserIdInput = z.object({ userId: rowId });

/** Order of the list of users. */
export const UserListInput = z.object({
  key: z.enum(userSorts, { error: "UNKNOWN_CHOICE" }).default("name"),
  direction: z.enum(["asc", "desc"], { error: "UNKNOWN_CHOICE" }).default("asc"),
});

/** Secret of a one-time link. A malformed one is answered like an unknown one. */
export const LinkInput = z.object({
  token: z.string({ error: "LINK_INVALID" }).transform((text) => text.slice(0, 200)),
});

/** The first administrator, with the secret of the address. */
export const FirstAdminInput = LinkInput.extend({ email, name: requiredText(120) });

const newPassword = z.string({ error: "REQUIRED" }).min(1, "REQUIRED").max(1000);
const isTypedTwice = (fields: { password: string; repeat: string }) => fields.password === fields.repeat;
const differ = { path: ["repeat"], error: "PASSWORDS_DIFFER" };

/**
 * A password set through a one-time link, typed twice. The sign-in accepts at most 1,024
 * characters.
 */
export const AcceptLinkInput = LinkInput.extend({ password: newPassword, repeat: newPassword }).refine(
  isTypedTwice,
  differ,
);

/** One's own new password, typed twice, with the current one as proof of identity. */
export const ChangePasswordInput = z
  .object({ present: presentField, password: newPassword, repeat: newPassword })
  .refine(isTypedTwice, differ);

/** Request of a link for a forgotten password. */
export const RequestLinkInput = z.object({ email });

/** One session. */
export const SessionIdInput = z.object({ sessionId: rowId });

/** Validity of a key to the API in days: the maximum and the default. */
export const tokenDays = [30, 90, 365] as const;
export const usualTokenDays = 90;

/** A key with fewer days left is marked in lists. */
export const warnDays = 14;

/** A new key to the API. */
export const MakeTokenInput = z.object({
  name: requiredText(80),
  scope: z.enum(tokenScopes, { error: "UNKNOWN_CHOICE" }),
  days: z.coerce
    .number({ error: "UNKNOWN_CHOICE" })
    .refine((days) => tokenDays.some((known) => known === days), "UNKNOWN_CHOICE")
    .default(usualTokenDays),
  present: presentField,
});

/** One key. */
export const TokenIdInput = z.object({ tokenId: rowId });

/**
 * Keys and calendar addresses of a person that an administrator ends: `all`, or one such as
 * `key-12`.
 */
export const EndAccessInput = UserIdInput.extend({
  what: z
    .string({ error: "UNKNOWN_CHOICE" })
    .regex(/^(all|(key|calendar)-[1-9]\d{0,8})$/, "UNKNOWN_CHOICE")
    .transform((text): Chosen => {
      const [kind, id] = text.split("-");
      return id === undefined ? "all" : { kind: kind === "key" ? "key" : "calendar", id: Number(id) };
    }),
});
