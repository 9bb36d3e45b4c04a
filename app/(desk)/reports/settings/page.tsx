import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { saveHome } from "@/features/reports/actions";
import { HomeForm } from "@/features/reports/components/home-form";
import { homeFormProps } from "@/features/reports/components/home-form-props";
import { getHomeOrganisation } from "@/features/reports/server/get-home-organisation";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reports.settings"))("title") };
}

export default async function ReportSettingsPage() {
  const context = await pageContext();
  const { value, version, states, can } = await getHomeOrganisation(context, {});
  if (!can.update) forbidden();
  const t = await getTranslations("reports");
  return (
    <>
      <PageBar crumbs={[{ label: t("page.title"), href: "/reports" }, { label: t("settings.title") }]} />
      <PageBody narrow>
        <PageHeader title={t("settings.title")} size="lg">
          {t("settings.intro")}
        </PageHeader>
        <HomeForm
          action={saveHome}
          initial={{ ...value, version: String(version) }}
          person={String(context.actor.userId)}
          {...(await homeFormProps(states))}
        />
      </PageBody>
    </>
  );
}
