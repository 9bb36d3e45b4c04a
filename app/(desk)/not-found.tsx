import { getTranslations } from "next-intl/server";
import { StatusPanel } from "@/components/shell/status-page";

/** No such record, or none that this person may see; the navigation stays. */
export default async function DeskNotFound() {
  const t = await getTranslations("errors.page.notFound");
  return (
    <StatusPanel title={t("title")} action={{ href: "/activities", label: t("action") }}>
      {t("body")}
    </StatusPanel>
  );
}
