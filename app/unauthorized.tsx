import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StatusPage } from "@/components/shell/status-page";
import { titleTranslations } from "@/i18n/page-title";

export async function generateMetadata(): Promise<Metadata> {
  const t = await titleTranslations("errors.page.unauthorized");
  return { title: t("title") };
}

/** Shown if nobody is signed in. */
export default async function Unauthorized() {
  const t = await getTranslations("errors.page.unauthorized");
  return (
    <StatusPage title={t("title")} action={{ href: "/sign-in", label: t("action") }}>
      {t("body")}
    </StatusPage>
  );
}
