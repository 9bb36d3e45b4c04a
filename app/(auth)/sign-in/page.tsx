import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { Banner } from "@/components/ui/banner";
import { ShieldCheck } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { database } from "@/db/client";
import { signIn } from "@/features/users/actions";
import { signInAddress } from "@/features/users/address";
import { SampleAccounts } from "@/features/users/components/sample-accounts";
import { SignInForm } from "@/features/users/components/sign-in-form";
import { waitsForFirst } from "@/features/users/server/get-setup";
import { listSampleAccounts } from "@/features/users/server/list-sample-accounts";
import { titleTranslations } from "@/i18n/page-title";
import { systemContext } from "@/server/context";
import { currentPerson } from "@/server/request/request-context";
import { safeNext } from "@/server/request/safe-next";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("auth"))("title") };
}

type Props = { searchParams: SearchParams };

export default async function SignInPage({ searchParams }: Props) {
  const { next, signedOut, passwordSet } = signInAddress.read(toParams(await searchParams));
  if (await currentPerson()) redirect(safeNext(next));
  const t = await getTranslations("auth");
  const { accounts, password } = await listSampleAccounts(systemContext(database()), {});
  const labels = { email: t("email"), password: t("password"), signIn: t("signIn"), busy: t("busy"), required: "" };
  return (
    <>
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mb-5 text-ink-2 text-sm">{t("intro")}</p>
      {signedOut && (
        <Banner tone="result" className="mb-4">
          {t(signedOut === "everywhere" ? "signedOutEverywhere" : "signedOut")}
        </Banner>
      )}
      {passwordSet && (
        <Banner tone="result" className="mb-4">
          {t("passwordSet")}
        </Banner>
      )}
      {(await waitsForFirst(systemContext(database()), {})) && (
        <Banner tone="info" className="mb-4">
          {t("setup.waits")}
        </Banner>
      )}
      <SignInForm action={signIn} next={safeNext(next)} labels={labels} />
      <p className="mt-4 text-ink-2 text-sm">
        <Link href="/forgotten" className="link-inline">
          {t("forgotten")}
        </Link>{" "}
        <span>{t("noAccount")}</span>
      </p>
      {password && accounts.length > 0 && (
        <SampleAccounts accounts={accounts} password={password} next={safeNext(next)} />
      )}
      <p className="mt-4 flex items-start gap-2 border-line border-t pt-4 text-ink-2 text-xs">
        <ShieldCheck aria-hidden className="mt-[0.2em] size-3.5 shrink-0" />
        <span>{t("official")}</span>
      </p>
      {signedOut && <DraftGuard person={null} />}
    </>
  );
}
