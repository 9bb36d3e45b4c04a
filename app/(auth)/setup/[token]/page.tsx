import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { AppError } from "@/domain/errors";
import { makeFirstAdmin } from "@/features/users/actions";
import { FirstAdminForm } from "@/features/users/components/first-admin-form";
import { getSetup } from "@/features/users/server/get-setup";
import { titleTranslations } from "@/i18n/page-title";
import { setAnswerFor } from "@/server/request/answer-control";
import { visitorContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("auth.setup"))("title") };
}

/** Makes the first administrator of a site without accounts; afterwards it is closed for ever. */
export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth.setup");
  const refused = await openSetup(token);
  if (refused) return <Refused error={refused} />;
  return (
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mb-5 text-ink-2 text-sm">{t("intro")}</p>
      <FirstAdminForm
        action={makeFirstAdmin}
        token={token}
        labels={{ name: t("name"), email: t("email"), submit: t("submit"), busy: t("busy") }}
      />
    </>
  );
}

async function openSetup(token: string): Promise<AppError | null> {
  try {
    await getSetup(await visitorContext("first administrator"), { token });
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || !["LINK_INVALID", "TOO_MANY_ATTEMPTS"].includes(error.code)) throw error;
    if (error.code === "TOO_MANY_ATTEMPTS") setAnswerFor(error);
    return error;
  }
}

async function Refused({ error }: { error: AppError }) {
  const t = await getTranslations("auth.setup");
  const invite = await getTranslations("auth.invite");
  const errors = await getTranslations("errors");
  const isBusy = error.code === "TOO_MANY_ATTEMPTS";
  return (
    <>
      <h1 className="mb-4 font-semibold text-xl">{t("closedTitle")}</h1>
      <FormError title={isBusy ? errors("TOO_MANY_ATTEMPTS", { ...error.params }) : t("closed")} />
      <p className="mt-4">
        <ButtonLink href="/sign-in">{invite("toSignIn")}</ButtonLink>
      </p>
    </>
  );
}
