import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatusPage } from "@/components/shell/status-page";
import { titleTranslations } from "@/i18n/page-title";

export async function generateMetadata(): Promise<Metadata> {
  const t = await titleTranslations("errors.page.notFound");
  return { title: t("title") };
}

/** No such page, or none that this person may see. */
export default async function NotFound() {
  const t = await getTranslations("errors.page.notFound");
  return (
    <StatusPage title={t("title")} action={{ href: "/activities", label: t("action") }}>
      {t("body")}
    </StatusPage>
  );
}
