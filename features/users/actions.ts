"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AppError } from "@/domain/errors";
import { isLocale } from "@/i18n/locale";
import { rememberLocale } from "@/i18n/locale-cookie";
import { type FormState, toRefusal } from "@/server/action";
import { clearSessionCookie, signInWithPassword } from "@/server/auth";
import { isSameOrigin } from "@/server/origins";
import { currentPerson, requestContext } from "@/server/request-context";
import { safeNext } from "@/server/safe-next";
import { changeLocale } from "./server/change-locale";
import { endSession } from "./server/end-session";

/** Signs in and goes where the person wanted to; a refusal keeps the e-mail. */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  try {
    if (!isSameOrigin(await headers())) throw new AppError("CROSS_ORIGIN");
    await signInWithPassword(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, refusal: await toRefusal(error, form) };
  }
  redirect(safeNext(form.get("next")));
}

/** Ends this session in the database, then forgets its cookie. */
export async function signOut(_form: FormData): Promise<void> {
  if (!isSameOrigin(await headers())) throw new AppError("CROSS_ORIGIN");
  if (await currentPerson()) await endSession(await requestContext(), {});
  await clearSessionCookie();
  redirect("/sign-in?signedOut=1");
}

/** Changes the language of the interface; for a signed-in person it is kept in the profile. */
export async function setLocale(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (!isLocale(locale)) throw new AppError("UNKNOWN_CHOICE", { field: "locale" });
  await rememberLocale(locale);
  if (await currentPerson()) await changeLocale(await requestContext(), { locale });
  revalidatePath("/", "layout");
}

/** The sample accounts' buttons: the same sign-in; a refusal leads back to the form. */
export async function signInAsSample(form: FormData): Promise<void> {
  await signIn(null, form);
  redirect("/sign-in");
}
