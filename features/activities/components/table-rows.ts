import { getTranslations } from "next-intl/server";
import type { BodyCode, Schedule, Stage, Status } from "@/domain/lifecycle";
import type { Locale } from "@/domain/vocabulary";
import { formatDay, formatPercent, formatUsd } from "@/i18n/format";
import { keepLaoWords } from "@/i18n/lao-words";
import type { ActivityRow } from "../server/parts/select";

/** A text as a cell shows it; `other` names the language when it is not the reader's, so that it is marked. */
export type CellText = { text: string; other?: Locale };

/**
 * A row as the table shows it, in the reader's words: chosen and formatted on the server, so that the browser gets neither both
 * languages nor the means to format.
 */
export type TableRow = {
  id: number;
  version: number;
  code: string;
  title: CellText;
  isTranslation: boolean;
  isSample: boolean;
  plan: CellText;
  partner: string | null;
  lead: { code: string; name: CellText; isState: boolean } | null;
  stage: Stage | null;
  stageLabel: string;
  /** These four are also what the forms begin with. */
  status: Status | null;
  schedule: Schedule | null;
  scheduleReason: string | null;
  /** Percent. */
  progress: number | null;
  /** Formatted; empty when nothing is known. */
  shown: Readonly<Partial<Record<"progress" | "updated" | "start" | "end" | "budget", string>>>;
  canChange: boolean;
};

/** The rows of the list in the reader's language. */
export async function tableRows(rows: readonly ActivityRow[], locale: Locale): Promise<TableRow[]> {
  const terms = await getTranslations("terms");
  const stageLabel = remember((stage: Stage, body: BodyCode | null) =>
    body && isShort(stage) ? terms(`stageShort.${stage}`, { body }) : terms(`stage.${stage}`),
  );
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, code: row.code, isSample: row.isSample, partner: row.plan.partner },
    title: textOf(row.titleEn, row.titleLo, locale),
    isTranslation: row.original !== locale && Boolean(locale === "lo" ? row.titleLo : row.titleEn),
    plan: textOf(row.plan.periodEn, row.plan.periodLo, locale),
    lead: row.lead && {
      code: row.lead.code,
      isState: row.lead.isState,
      name: textOf(row.lead.nameEn, row.lead.nameLo, locale),
    },
    stage: row.stage,
    stageLabel: row.stage ? stageLabel(row.stage, row.stageBody) : "",
    ...{ status: row.status, schedule: row.schedule, scheduleReason: row.scheduleReason, progress: row.progress },
    shown: {
      ...(row.progress !== null && { progress: formatPercent(row.progress, locale) }),
      ...(row.updatedOn && { updated: formatDay(row.updatedOn, locale) }),
      ...(row.startOn && { start: formatDay(row.startOn, locale) }),
      ...(row.endOn && { end: formatDay(row.endOn, locale) }),
      ...(row.budgetUsd !== null && { budget: formatUsd(Number(row.budgetUsd), locale) }),
    },
    canChange: row.can.progress,
  }));
}

const shortStages = ["considered", "accepted", "endorsed", "approved"] as const;
type ShortStage = (typeof shortStages)[number];
/** Stages that are named with the body that decided: "ADGMIN approved". */
const isShort = (stage: Stage): stage is ShortStage => shortStages.some((short) => short === stage);

function textOf(en: string | null, lo: string | null, locale: Locale): CellText {
  const own = locale === "en" ? en : lo;
  if (own) return { text: locale === "lo" ? keepLaoWords(own) : own };
  const other = locale === "en" ? lo : en;
  if (!other) return { text: "" };
  return locale === "en" ? { text: keepLaoWords(other), other: "lo" } : { text: other, other: "en" };
}

/** Each label is made once, not for every row. */
function remember(label: (stage: Stage, body: BodyCode | null) => string) {
  const known = new Map<string, string>();
  return (stage: Stage, body: BodyCode | null): string => {
    const key = `${stage} ${body}`;
    const found = known.get(key) ?? label(stage, body);
    known.set(key, found);
    return found;
  };
}
