"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
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
import { addFirstAdmin } from "./server/add-first-admin";
import { addUser } from "./server/add-user";
import { changeLocale } from "./server/change-locale";
import { changeUser } from "./server/change-user";
import { endSession } from "./server/end-session";
import { renewLink } from "./server/renew-link";

/**
 * Signs in, switches to the person's language, and redirects to the requested page. After a refusal
 * the form still contains the e-mail.
 */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runVisitorAction(form, async () => {
    const email = String(form.get("email") ?? "");
    await signInWithPassword(email, secretOf(form, "password"));
    // Our page gives every browser a cookie; what was sent otherwise says nothing about them.
    const isOfPage = form.has("ofPage");
    if (isOfPage && !(await headers()).has("cookie")) throw new AppError("COOKIES_BLOCKED");
    const locale = await localeOfAccount(email);
    if (locale) await rememberLocale(locale);
  });
  if (!state.ok) return state;
  redirect(safeNext(form.get("next")));
}

/** Ends this session in the database, then deletes its cookie. */
export async function signOut(_form: FormData): Promise<void> {
  await refuseForeign();
  if (await currentPerson()) await endSession(await requestContext(), {}).catch(unlessEnded);
  await clearSessionCookie();
  redirect("/sign-in?signedOut=1");
}

/** Another request has ended the session meanwhile, which is the wanted result. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "UNAUTHENTICATED") throw error;
}

/**
 * Changes the language of the interface; a signed-in person's choice is saved in the profile. Only
 * a forged form contains an unknown language.
 */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  await refuseForeign();
  if (!isLocale(locale)) deny(403);
  await rememberLocale(locale);
  if (await currentPerson()) await changeLocale(await requestContext(), { locale });
  refresh();
}

/** Buttons of the sample accounts: the same sign-in; a refusal redirects to the form. */
export async function signInAsSample(form: FormData): Promise<void> {
  const state = await signIn(null, form);
  // A redirect would replace the status code of the wait.
  if (state?.ok === false && ["TOO_MANY_ATTEMPTS", "UNAVAILABLE", "STORAGE_FULL"].includes(state.refusal.code)) return;
  redirect("/sign-in");
}

/**
 * Sets a password through a one-time link. A refusal returns none of the typed text. A person with
 * keys or calendar addresses is asked after the sign-in whether to end them.
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

/** Makes the first administrator, and leads to where the password is set. */
export async function makeFirstAdmin(_state: FormState, form: FormData): Promise<FormState> {
  const state = await runVisitorAction(form, async () =>
    addFirstAdmin(await visitorContext("first administrator"), {
      token: String(form.get("token") ?? ""),
      name: String(form.get("name") ?? ""),
      email: String(form.get("email") ?? ""),
    }),
  );
  if (!state.ok) return state;
  redirect(state.value.path as Route);
}

/** A one-time link with its messages; shown once. */
async function showLink({ userId, email, path, expiresAt }: Awaited<ReturnType<typeof addUser>>): Promise<ShownLink> {
  const t = await getTranslations("users.link");
  const until = t("until", { when: formatInstant(expiresAt, await getLocale()) });
  return { userId, address: publicOrigin() + path, ready: t("ready", { email }), until };
}

/** Adds a person. The answer contains the link for setting a password. */
export const add = formAction(addUser, { reply: showLink });

/** Creates a new one-time link for a person. */
export const renew = formAction(renewLink, { reply: showLink });

/** Saves a person's name and rights. */
export const change = formAction(changeUser, { goTo: ({ userId }) => `/admin/users/${userId}?saved=1` });
