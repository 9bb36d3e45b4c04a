import { getTranslations } from "next-intl/server";
import { StatusPanel } from "@/components/shell/status-page";

/** The person's role may not see the page; the navigation stays. */
export default async function DeskForbidden() {
  const t = await getTranslations("errors.page.forbidden");
  return (
    <StatusPanel title={t("title")} action={{ href: "/activities", label: t("action") }}>
      {t("body")}
    </StatusPanel>
  );
}
