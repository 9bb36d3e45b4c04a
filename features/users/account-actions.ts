"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppError } from "@/domain/errors";
import { formatInstant } from "@/i18n/format";
import { deny, type FormState, formValues, refused, refuseForeign, runAction, secretOf } from "@/server/action";
import { clearSessionCookie, signInWithPassword } from "@/server/auth";
import { runLater } from "@/server/background";
import { limitKey } from "@/server/client-address";
import { canMail } from "@/server/mail";
import { isSameOrigin } from "@/server/origins";
import { currentPerson, requestContext, visitorContext } from "@/server/request-context";
import { takeMail } from "@/server/throttle";
import type { ShownToken } from "./components/token-form";
import { RequestLinkInput } from "./schema";
import { changePassword } from "./server/change-password";
import { endAccessOf } from "./server/end-access";
import { endAllSessions } from "./server/end-all-sessions";
import { endOwnAccess } from "./server/end-own-access";
import { endOwnSession } from "./server/end-own-session";
import { makeToken } from "./server/make-token";
import { mailLink } from "./server/parts/mail-link";
import { revokeToken } from "./server/revoke-token";
import { signOutEverywhere } from "./server/sign-out-everywhere";

/** Changes one's own password; all sessions end, and this browser gets a new one. */
export async function changeOwnPassword(_state: FormState, form: FormData): Promise<FormState> {
  const password = secretOf(form, "password");
  const typed = { present: secretOf(form, "present"), password, repeat: secretOf(form, "repeat") };
  const state = await runAction(form, (context) => changePassword(context, typed));
  if (!state?.ok) return state;
  await signInWithPassword(state.value.email, password);
  redirect("/settings/account?saved=password");
}

/** Ends one of one's own sessions. */
export async function endOne(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof endOwnSession>[1];
  const state = await runAction(form, (context) => endOwnSession(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/settings/account");
  redirect("/settings/account?saved=session");
}

/**
 * Ends all of one's own sessions, keys and calendar addresses, and forgets this browser's cookie.
 */
export async function signOutAll(_form: FormData): Promise<void> {
  await refuseForeign();
  if (await currentPerson()) await signOutEverywhere(await requestContext(), {});
  await clearSessionCookie();
  redirect("/sign-in?signedOut=everywhere");
}

/** Ends every session, key and calendar address of another person. */
export async function endAllOf(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof endAllSessions>[1];
  const state = await runAction(form, (context) => endAllSessions(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/admin/users/${state.value.userId}?saved=all-ended`);
}

/** Ends all of one's own keys and calendar addresses. */
export async function endOwn(_state: FormState, _form: FormData): Promise<FormState> {
  const state = await runAction(null, (context) => endOwnAccess(context, {}));
  if (!state?.ok) return state;
  revalidatePath("/settings/account");
  redirect("/settings/account?saved=access");
}

/** Ends keys and calendar addresses of a person, one or all. */
export async function endOthers(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof endAccessOf>[1];
  const state = await runAction(form, (context) => endAccessOf(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/", "layout");
  redirect(`/admin/users/${state.value.userId}?saved=access-ended`);
}

/** Mails a link for a forgotten password. The answer is the same for every address, and comes before anything is looked up. */
export async function askForLink(_state: FormState, form: FormData): Promise<FormState> {
  if (!canMail()) deny(404);
  try {
    if (!isSameOrigin(await headers())) throw new AppError("CROSS_ORIGIN");
    const { success, data } = RequestLinkInput.safeParse({ email: form.get("email") });
    if (!success) throw new AppError("NOT_AN_EMAIL", { field: "email" });
    const context = await visitorContext("forgotten password");
    await takeMail(limitKey(context.address ?? "none"), data.email);
    // Not Next's `after`, which works on before this connection's next request is answered.
    runLater("mail a link", () => mailLink(context, data.email));
  } catch (error) {
    return refused(error, form);
  }
  redirect("/forgotten?sent=1");
}

/** Makes a key to the API; the answer has the key, this once. */
export async function makeKey(_state: FormState<ShownToken>, form: FormData): Promise<FormState<ShownToken>> {
  const fields = formValues(form) as Parameters<typeof makeToken>[1];
  const t = await getTranslations("api.keys");
  const locale = await getLocale();
  const state = await runAction(form, async (context) => {
    const { secret, expiresAt } = await makeToken(context, { ...fields, present: secretOf(form, "present") });
    return { secret, until: t("expires", { when: formatInstant(expiresAt, locale) }) };
  });
  if (state?.ok) revalidatePath("/settings/keys");
  return state;
}

/** Revokes one of one's own keys, on the page of keys or on that of the account. */
export async function revokeKey(_state: FormState, form: FormData): Promise<FormState> {
  const fields = formValues(form) as Parameters<typeof revokeToken>[1];
  const state = await runAction(form, (context) => revokeToken(context, fields));
  if (!state?.ok) return state;
  revalidatePath("/settings", "layout");
  redirect(form.get("page") === "account" ? "/settings/account?saved=key" : "/settings/keys?saved=1");
}
