import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { AppError } from "@/domain/errors";
import { setPassword } from "@/features/users/actions";
import { SetPasswordForm } from "@/features/users/components/set-password-form";
import { getInvitation } from "@/features/users/server/get-invitation";
import { titleTranslations } from "@/i18n/page-title";
import { setAnswerFor } from "@/server/request/answer-control";
import { visitorContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("auth.invite"))("title") };
}

/**
 * The target of a one-time link: a password is set, once. Unknown, used and expired links get the
 * same message.
 */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const auth = await getTranslations("auth");
  const t = await getTranslations("auth.invite");
  const invitation = await openInvitation(token);
  if (invitation instanceof AppError) return <Refused error={invitation} />;
  return (
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mb-5 text-ink-2 text-sm">{t("intro", { name: invitation.name })}</p>
      <SetPasswordForm
        action={setPassword}
        token={token}
        email={invitation.email}
        labels={{
          email: auth("email"),
          password: t("password"),
          hint: t("hint"),
          repeat: t("repeat"),
          submit: t("submit"),
          busy: t("busy"),
        }}
      />
    </>
  );
}

async function openInvitation(token: string) {
  try {
    return await getInvitation(await visitorContext("one-time link"), { token });
  } catch (error) {
    if (!(error instanceof AppError) || !["LINK_INVALID", "TOO_MANY_ATTEMPTS"].includes(error.code)) throw error;
    if (error.code === "TOO_MANY_ATTEMPTS") setAnswerFor(error);
    return error;
  }
}

async function Refused({ error }: { error: AppError }) {
  const t = await getTranslations("auth.invite");
  const errors = await getTranslations("errors");
  const code = error.code === "TOO_MANY_ATTEMPTS" ? error.code : "LINK_INVALID";
  return (
    <>
      <h1 className="mb-4 font-semibold text-xl">{t("invalidTitle")}</h1>
      <FormError title={errors(code, { ...error.params })} />
      <p className="mt-4">
        <ButtonLink href="/sign-in">{t("toSignIn")}</ButtonLink>
      </p>
    </>
  );
}
