import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { askForLink } from "@/features/users/account-actions";
import { forgottenAddress } from "@/features/users/address";
import { ForgottenForm } from "@/features/users/components/forgotten-form";
import { titleTranslations } from "@/i18n/page-title";
import { canMail } from "@/server/mail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("account.forgotten"))("title") };
}

type Props = { searchParams: SearchParams };

/**
 * For people who have forgotten their password. The answer is the same for everybody, so it does
 * not reveal who has an account.
 */
export default async function ForgottenPage({ searchParams }: Props) {
  const { sent } = forgottenAddress.read(toParams(await searchParams));
  const t = await getTranslations("account.forgotten");
  return (
    <>
      <h1 className="mb-3 font-semibold text-xl">{t("title")}</h1>
      {sent && canMail() ? (
        <Banner tone="result">{t("sent")}</Banner>
      ) : (
        <>
          <p className="mb-5 text-ink-2 text-sm">{canMail() ? t("byMail") : t("byAdmin")}</p>
          {canMail() && (
            <ForgottenForm action={askForLink} labels={{ email: t("email"), submit: t("submit"), busy: t("busy") }} />
          )}
        </>
      )}
      <p className="mt-4">
        <ButtonLink href="/sign-in">{t("toSignIn")}</ButtonLink>
      </p>
    </>
  );
}
