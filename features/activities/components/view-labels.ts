import { getTranslations } from "next-intl/server";
import type { ViewFormLabels } from "./view-form";

/** The words of the forms of a view, but for the button that opens them and what is sent. */
export async function viewLabels(): Promise<Omit<ViewFormLabels, "open" | "title" | "submit">> {
  const t = await getTranslations("views");
  return {
    name: t("name"),
    nameHint: t("nameHint"),
    share: t("share"),
    shareHint: t("shareHint"),
    makeDefault: t("open"),
    busy: t("busy"),
  };
}
