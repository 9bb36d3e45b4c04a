import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { revokeCalendar } from "@/features/deadlines/actions";
import { CalendarCard } from "@/features/deadlines/components/calendar-card";
import { getFeed } from "@/features/deadlines/server/get-feed";
import { changeOwnPassword, endOne, endOwn, revokeKey, signOutAll } from "@/features/users/account-actions";
import { accountAddress } from "@/features/users/address";
import { AccessCard } from "@/features/users/components/access-card";
import { PasswordForm } from "@/features/users/components/password-form";
import { SessionsCard } from "@/features/users/components/sessions-card";
import { type Account, getAccount } from "@/features/users/server/get-account";
import type { Access } from "@/features/users/server/lib/access";
import { listAccess } from "@/features/users/server/list-access";
import { listOwnSessions } from "@/features/users/server/list-own-sessions";
import { titleTranslations } from "@/i18n/page-title";
import { currentPerson, pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("account"))("title") };
}

const savedActs = ["password", "session", "key", "access"] as const;

export default async function AccountPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { saved } = accountAddress.read(toParams(await searchParams));
  const [account, sessions, access, feed] = await Promise.all([
    getAccount(context, {}),
    listOwnSessions(context, { thisId: (await currentPerson())?.sessionId ?? 0 }),
    listAccess(context, {}),
    getFeed(context, {}),
  ]);
  const t = await getTranslations("account");
  const settings = await getTranslations("settings");
  const calendar = await getTranslations("deadlines.calendar");
  return (
    <>
      <PageBar crumbs={[{ label: settings("title"), href: "/settings" }, { label: t("title") }]} />
      <PageBody narrow>
        <PageHeader title={t("title")} />
        {savedActs.map(
          (act) =>
            saved === act && (
              <Banner key={act} tone="result">
                {t(`saved.${act}`)}
              </Banner>
            ),
        )}
        {saved === "calendar" && <Banner tone="result">{calendar("ended")}</Banner>}
        {saved === "password" && <OwnAccess access={access} isOffered />}
        <PasswordCard account={account} />
        <SessionsCard sessions={sessions} endOne={endOne} signOutAll={signOutAll} />
        {saved !== "password" && <OwnAccess access={access} />}
        <CalendarCard feed={feed} />
      </PageBody>
    </>
  );
}

const ends: ComponentProps<typeof AccessCard>["ends"] = {
  key: (id) => ({ action: revokeKey, fields: { tokenId: id, page: "account" } }),
  calendar: (id) => ({ action: revokeCalendar, fields: { feedId: id } }),
  all: { action: endOwn, fields: {} },
};

/**
 * API keys and calendar addresses. After a change of password this card comes first and says that
 * they all still work.
 */
async function OwnAccess({ access, isOffered = false }: { access: Access; isOffered?: boolean }) {
  const t = await getTranslations("account.access");
  const isAny = access.keys.length + access.calendars.length > 0;
  return (
    <AccessCard access={access} ends={ends}>
      {isOffered && isAny && (
        <Banner tone="warn" className="mb-2">
          {t("offer")}
        </Banner>
      )}
    </AccessCard>
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
