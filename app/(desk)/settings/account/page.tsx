import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { CalendarCard } from "@/features/deadlines/components/calendar-card";
import { getFeed } from "@/features/deadlines/server/get-feed";
import { changeOwnPassword, endOne, signOutAll } from "@/features/users/account-actions";
import { PasswordForm } from "@/features/users/components/password-form";
import { SessionsCard } from "@/features/users/components/sessions-card";
import { type Account, getAccount } from "@/features/users/server/get-account";
import { listOwnSessions } from "@/features/users/server/list-own-sessions";
import { currentPerson, pageContext } from "@/server/request-context";
import type { SearchParams } from "../../search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const [account, sessions, feed, { saved }] = await Promise.all([
    getAccount(context, {}),
    listOwnSessions(context, { thisId: (await currentPerson())?.sessionId ?? 0 }),
    getFeed(context, {}),
    searchParams,
  ]);
  const t = await getTranslations("account");
  const settings = await getTranslations("settings");
  const calendar = await getTranslations("deadlines.calendar");
  return (
    <>
      <PageBar crumbs={[{ label: settings("title"), href: "/settings" }, { label: t("title") }]} />
      <PageBody narrow>
        <PageHeader title={t("title")} />
        {saved === "password" && <Banner tone="result">{t("saved.password")}</Banner>}
        {saved === "session" && <Banner tone="result">{t("saved.session")}</Banner>}
        {saved === "calendar" && <Banner tone="result">{calendar("ended")}</Banner>}
        <PasswordCard account={account} />
        <SessionsCard sessions={sessions} endOne={endOne} signOutAll={signOutAll} />
        <CalendarCard feed={feed} />
      </PageBody>
    </>
  );
}

async function PasswordCard({ account }: { account: Account }) {
  const t = await getTranslations("account.password");
  const auth = await getTranslations("auth");
  if (account.isSample) {
    return (
      <Card title={t("title")}>
        <p className="text-sm">{t("sample")}</p>
      </Card>
    );
  }
  const labels = {
    email: auth("email"),
    present: t("present"),
    password: t("password"),
    hint: t("hint"),
    repeat: t("repeat"),
    submit: t("submit"),
    busy: t("busy"),
  };
  return (
    <Card id="change-password" title={t("title")} meta={t("intro")}>
      <PasswordForm action={changeOwnPassword} email={account.email} labels={labels} />
    </Card>
  );
}
