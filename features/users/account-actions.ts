"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppError } from "@/domain/errors";
import { formatInstant } from "@/i18n/format";
import { deny, type FormState, refuseForeign, runAction, runVisitorAction, secretOf } from "@/server/action";
import { clearSessionCookie, signInWithPassword } from "@/server/auth/auth";
import { takeMail } from "@/server/auth/rate-limit";
import { runLater } from "@/server/background";
import { formAction } from "@/server/form-action";
import { canMail } from "@/server/mail";
import { limitKey } from "@/server/request/client-address";
import { currentPerson, requestContext, visitorContext } from "@/server/request/request-context";
import { RequestLinkInput } from "./schema";
import { changePassword } from "./server/change-password";
import { endAccessOf } from "./server/end-access";
import { endAllSessions } from "./server/end-all-sessions";
import { endOwnAccess } from "./server/end-own-access";
import { endOwnSession } from "./server/end-own-session";
import { mailLink } from "./server/lib/mail-link";
import { makeToken } from "./server/make-token";
import { revokeToken } from "./server/revoke-token";
import { signOutEverywhere } from "./server/sign-out-everywhere";

/** Address of the account's page, with a message of what was done. */
const toUser =
  (saved: "all-ended" | "access-ended") =>
  ({ userId }: { userId: number }) =>
    `/admin/users/${userId}?saved=${saved}` as const;

/** Changes one's own password. All sessions end, and this browser gets a new one. */
export async function changeOwnPassword(_state: FormState, form: FormData): Promise<FormState> {
  const password = secretOf(form, "password");
  const typed = { present: secretOf(form, "present"), password, repeat: secretOf(form, "repeat") };
  const state = await runAction(form, (context) => changePassword(context, typed));
  if (!state.ok) return state;
  await signInWithPassword(state.value.email, password);
  redirect("/settings/account?saved=password");
}

/** Ends one of one's own sessions. */
export const endOne = formAction(endOwnSession, { goTo: () => "/settings/account?saved=session" });

/**
 * Ends all of one's own sessions, keys and calendar addresses, and deletes the cookie of this
 * browser.
 */
export async function signOutAll(_form: FormData): Promise<void> {
  await refuseForeign();
  if (await currentPerson()) await signOutEverywhere(await requestContext(), {});
  await clearSessionCookie();
  redirect("/sign-in?signedOut=everywhere");
}

/** Ends every session, key and calendar address of another person. */
export const endAllOf = formAction(endAllSessions, { goTo: toUser("all-ended") });

/** Ends all of one's own keys and calendar addresses. */
export const endOwn = formAction(endOwnAccess, { goTo: () => "/settings/account?saved=access" });

/** Ends one or all keys and calendar addresses of a person. */
export const endOthers = formAction(endAccessOf, { goTo: toUser("access-ended") });

/**
 * Mails a link for a forgotten password. The answer is the same for every address and is sent
 * before anything is looked up.
 */
export async function askForLink(_state: FormState, form: FormData): Promise<FormState> {
  if (!canMail()) deny(404);
  const state = await runVisitorAction(form, async () => {
    const { success, data } = RequestLinkInput.safeParse({ email: form.get("email") });
    if (!success) throw new AppError("NOT_AN_EMAIL", { field: "email" });
    const context = await visitorContext("forgotten password");
    await takeMail(limitKey(context.address ?? "none"), data.email);
    // Not Next's `after`, which would delay the next request on this connection until it is done.
    runLater("mail a link", () => mailLink(context, data.email));
  });
  if (!state.ok) return state;
  redirect("/forgotten?sent=1");
}

/** Creates a key to the API; only this answer contains it. */
export const makeKey = formAction(makeToken, {
  input: (fields, form) => ({ ...fields, present: secretOf(form, "present") }),
  reply: async ({ secret, expiresAt }) => {
    const t = await getTranslations("api.keys");
    return { secret, until: t("expires", { when: formatInstant(expiresAt, await getLocale()) }) };
  },
});

/** Revokes one of one's own keys, from the page of keys or of the account. */
export const revokeKey = formAction(revokeToken, {
  goTo: (_, { page }) => (page === "account" ? "/settings/account?saved=key" : "/settings/keys?saved=1"),
});
