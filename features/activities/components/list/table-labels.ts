import { getLocale, getTranslations } from "next-intl/server";
import { bodyCodes, schedules, stages, statuses } from "@/domain/lifecycle";
import { activityColumns } from "@/features/activities/list-columns";
import { columnName } from "./column-name";

/** `{ key: label }` for a closed list. */
export function wordsOf<K extends string>(keys: readonly K[], word: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
}

const decidedStages = ["considered", "accepted", "endorsed", "approved"] as const;

/**
 * All labels of the table's client component in the reader's language. The message files stay on
 * the server.
 */
export async function tableLabels() {
  const t = await getTranslations("activities");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const names = await Promise.all(activityColumns.map(async (key) => [key, await columnName(key)] as const));
  return {
    table: t("tableLabel"),
    columns: Object.fromEntries(names) as Record<(typeof activityColumns)[number], string>,
    stage: wordsOf(stages, (key) => terms(`stage.${key}`)),
    /** Stages that are shown with the deciding body: "ADGMIN approved". */
    stageOfBody: wordsOf(decidedStages, (key) => terms.raw(`stageShort.${key}`) as string),
    body: wordsOf(bodyCodes, (key) => terms(`body.${key}`)),
    status: wordsOf(statuses, (key) => terms(`statusShort.${key}`)),
    schedule: wordsOf(schedules, (key) => terms(`schedule.${key}`)),
    sample: ui("sample"),
    sampleHint: ui("sampleHint"),
    notTranslated: ui("notYetTranslated"),
    translation: t("translation"),
    ascending: t("ascending"),
    descending: t("descending"),
    sortedAt: t.raw("sortedAt") as string,
    sortBy: t.raw("sortBy") as string,
    resize: t.raw("resize") as string,
    select: t.raw("select") as string,
    selectAll: t("selectAll"),
    change: t.raw("change") as string,
    changeTitle: t.raw("changeTitle") as string,
    keep: t("keep"),
    theirs: (await getTranslations("activity.form"))("theirs"),
    reason: t("reason"),
    apply: t("apply"),
    applying: t("applying"),
    cancel: ui("cancel"),
    locale: await getLocale(),
    day: t("updateDay"),
    textForAll: t("textForAll"),
    wordsEach: t("wordsEach"),
    textOf: t.raw("textOf") as string,
    reasonOf: t.raw("reasonOf") as string,
    refusedRow: t("refusedRow"),
    openRow: t.raw("openRow") as string,
    unselect: t.raw("unselect") as string,
    undo: ui("undo"),
    bulkTitle: t("bulkTitle"),
    bulkHint: t("bulkHint"),
    bulkApply: t("bulkApply"),
    bulkApplyTo: t.raw("bulkApplyTo") as string,
    clearSelection: t("clearSelection"),
  };
}

export type TableLabels = Awaited<ReturnType<typeof tableLabels>>;
