import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatInstant, formatNumber } from "@/i18n/format";
import type { UserPage } from "../server/get-user";

/** Creation and last use of the account, and its open sessions, keys and calendar addresses. */
export async function UserFacts({ page, children }: { page: UserPage; children?: ReactNode }) {
  const { user, linkExpiresAt, sessionCount } = page;
  const t = await getTranslations("users");
  const locale = await getLocale();
  const items = [
    { term: t("facts.added"), value: formatInstant(user.createdAt, locale) },
    { term: t("facts.signedIn"), value: user.lastSignInAt ? formatInstant(user.lastSignInAt, locale) : t("never") },
    { term: t("facts.sessions"), value: formatNumber(sessionCount, locale) },
    {
      term: t("facts.link"),
      value: linkExpiresAt ? t("facts.linkOpen", { when: formatInstant(linkExpiresAt, locale) }) : t("facts.linkNone"),
    },
  ];
  return (
    <Card title={t("facts.title")}>
      <DescriptionList items={items} />
      {children}
    </Card>
  );
}
