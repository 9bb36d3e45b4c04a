import { getLocale, getTranslations } from "next-intl/server";
import { docxRowLimit, reportFormats } from "@/domain/report-model";
import { locales } from "@/domain/vocabulary";
import { densities, facetNames, printSize } from "@/features/activities/list-columns";
import { formatNumber } from "@/i18n/format";
import { wordsOf } from "./table-labels";

/**
 * Labels of the bars around the table that depend only on the query. The browser completes those
 * with `{names}`.
 */
export async function listLabels() {
  const t = await getTranslations("activities");
  const ui = await getTranslations("ui");
  const plain = [
    "searchLabel",
    "searchPlaceholder",
    "searchGo",
    "new",
    "clearFilters",
    "moreFilters",
    "columns",
    "density",
  ] as const;
  const ordering = ["sort", "sortNone", "sortAdd", "sortHint"] as const;
  const filled = ["removeFilter", "sortEarlier", "sortTurn", "sortRemove"] as const;
  return {
    ...wordsOf([...plain, ...ordering, "pageSize", "totals"] as const, (key) => t(key)),
    ...wordsOf(filled, (key) => t.raw(key) as string),
    facet: wordsOf(facetNames, (key) => t(`facet.${key}`)),
    densities: wordsOf(densities, (key) => t(`densities.${key}`)),
    pager: wordsOf(["label", "previous", "next"] as const, (key) => ui(`pager.${key}`)),
    export: await exportLabels(),
    views: await viewLabels(),
  };
}

async function exportLabels() {
  const t = await getTranslations("activities");
  const ui = await getTranslations("ui");
  const reports = await getTranslations("reports");
  const locale = await getLocale();
  return {
    open: t("export"),
    all: t("exportAll"),
    print: t("exportPrint", { max: formatNumber(printSize, locale) }),
    tooMany: t("exportTooMany", { max: formatNumber(docxRowLimit, locale) }),
    format: wordsOf(reportFormats, (key) => reports(`format.${key}`)),
    /** The languages of a file, the reader's language first. */
    languages: [...locales]
      .sort((a) => (a === locale ? -1 : 1))
      .map((lang) => ({ lang, name: ui(`language.${lang}`) })),
  };
}

async function viewLabels() {
  const t = await getTranslations("views");
  const bar = ["label", "all", "shared", "default", "changed", "reset", "save"] as const;
  const settings = ["settings", "rename", "remove", "removeShared", "takeOver", "makeDefault", "endDefault"] as const;
  const form = ["saveView", "saveAs", "submit", "name", "nameHint", "share", "shareHint", "open", "busy"] as const;
  return { ...wordsOf([...bar, ...settings, ...form] as const, (key) => t(key)), by: t.raw("by") as string };
}

export type ListLabels = Awaited<ReturnType<typeof listLabels>>;
