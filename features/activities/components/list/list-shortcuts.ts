import { getTranslations } from "next-intl/server";
import type { Shortcut } from "@/components/shell/nav-item";

/** The shortcuts of the table and of the page of an activity, for the help behind `?`. */
export async function listShortcuts(): Promise<Shortcut[]> {
  const t = await getTranslations("activities.keys");
  return [
    { keys: ["J", "K"], label: t("move") },
    { keys: ["Enter"], label: t("open") },
    { keys: ["X"], label: t("select") },
    { keys: ["Ctrl+A"], label: t("selectPage") },
    { keys: ["F"], label: t("filters") },
    { keys: ["S"], label: t("sort") },
    { keys: ["V"], label: t("views") },
    { keys: ["E", "U"], label: t("change") },
    { keys: ["C"], label: t("new") },
    { keys: ["D"], label: t("density") },
  ];
}
