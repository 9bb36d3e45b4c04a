import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatusPage } from "@/components/shell/status-page";
import { titleTranslations } from "@/i18n/page-title";

export async function generateMetadata(): Promise<Metadata> {
  const t = await titleTranslations("errors.page.forbidden");
  return { title: t("title") };
}

/** The person is signed in, but their role may not see the page. */
export default async function Forbidden() {
  const t = await getTranslations("errors.page.forbidden");
  return (
    <StatusPage title={t("title")} action={{ href: "/activities", label: t("action") }}>
      {t("body")}
    </StatusPage>
  );
}
