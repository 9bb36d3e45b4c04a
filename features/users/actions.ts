"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AppError } from "@/domain/errors";
import { formatInstant } from "@/i18n/format";
import { isLocale } from "@/i18n/locale";
import { rememberLocale } from "@/i18n/locale-cookie";
import { deny, type FormState, refuseForeign, runVisitorAction, secretOf } from "@/server/action";
import { clearSessionCookie, signInWithPassword } from "@/server/auth/auth";
import { localeOfAccount } from "@/server/auth/verify-sign-in";
import { formAction } from "@/server/form-action";
import { publicOrigin } from "@/server/request/origins";
import { currentPerson, requestContext, visitorContext } from "@/server/request/request-context";
import { safeNext } from "@/server/request/safe-next";
import type { ShownLink } from "./components/add-user-form";
import { acceptLink } from "./server/accept-link";
import { addUser } from "./server/add-user";
import { changeLocale } from "./server/change-locale";
import { changeUser } from "./server/change-user";
import { endSession } from "./server/end-session";
import { renewLink } from "./server/renew-link";

/**
 * Signs in, changes to the person's language, and goes where they wanted to; a refusal keeps the
 * e-mail.
 */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runVisitorAction(form, async () => {
    const email = String(form.get("email") ?? "");
    await signInWithPassword(email, secretOf(form, "password"));
    const locale = await localeOfAccount(email);
    if (locale) await rememberLocale(locale);
  });
  if (!state.ok) return state;
  redirect(safeNext(form.get("next")));
}

/** Ends this session in the database, then forgets its cookie. */
export async function signOut(_form: FormData): Promise<void> {
  await refuseForeign();
  if (await currentPerson()) await endSession(await requestContext(), {}).catch(unlessEnded);
  await clearSessionCookie();
  redirect("/sign-in?signedOut=1");
}

/** Another request has ended it meanwhile: that is what was wanted. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "UNAUTHENTICATED") throw error;
}

/**
 * Changes the language of the interface; for a signed-in person it is kept in the profile. Only a
 * forged form asks for a language that there is not.
 */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  await refuseForeign();
  if (!isLocale(locale)) deny(403);
  await rememberLocale(locale);
  if (await currentPerson()) await changeLocale(await requestContext(), { locale });
  refresh();
}

/** The sample accounts' buttons: the same sign-in; a refusal leads back to the form. */
export async function signInAsSample(form: FormData): Promise<void> {
  const state = await signIn(null, form);
  // The answer has the status of a wait, which a redirect would replace.
  if (state?.ok === false && ["TOO_MANY_ATTEMPTS", "UNAVAILABLE", "STORAGE_FULL"].includes(state.refusal.code)) return;
  redirect("/sign-in");
}

/**
 * Sets a password through a one-time link. A refusal gives nothing of the form back.
 * Whoever has keys or calendar addresses is asked about them once they have signed in.
 */
export async function setPassword(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runVisitorAction(null, async () => {
    const token = String(form.get("token") ?? "");
    const typed = { password: secretOf(form, "password"), repeat: secretOf(form, "repeat") };
    return acceptLink(await visitorContext("one-time link"), { token, ...typed });
  });
  if (!state.ok) return state;
  const next = state.value.hasAccess ? `&next=${encodeURIComponent("/settings/account?saved=password")}` : "";
  redirect(`/sign-in?passwordSet=1${next}`);
}

/** A one-time link as it is shown, once, with what is said of it. */
async function showLink({ userId, email, path, expiresAt }: Awaited<ReturnType<typeof addUser>>): Promise<ShownLink> {
  const t = await getTranslations("users.link");
  const until = t("until", { when: formatInstant(expiresAt, await getLocale()) });
  return { userId, address: publicOrigin() + path, ready: t("ready", { email }), until };
}

/** Adds a person; the answer has the link with which they set a password. */
export const add = formAction(addUser, { reply: showLink });

/** Makes a new one-time link for a person. */
export const renew = formAction(renewLink, { reply: showLink });

/** Saves a person's name and rights. */
export const change = formAction(changeUser, { goTo: ({ userId }) => `/admin/users/${userId}?saved=1` });
