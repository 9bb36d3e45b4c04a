import {
  type OfficialHeader,
  type ReportBlock,
  type ReportModel,
  type ReportTable,
  type Runs,
  reportTables,
  type SignatureBlock,
  type TitledList,
} from "@/domain/report-model";
import type { Locale } from "@/domain/vocabulary";
import { documentDay, formatTime } from "@/i18n/format";
import type { HomeOrganisation } from "../home-organisation";
import type { ReportSource } from "../report-data";
import type { ConfidentialityLabel } from "../report-options";
import { reportWords } from "../report-words";
import { meetingText } from "./cells";
import type { DocumentWords } from "./document-words";
import { say } from "./runs";

type Frame = {
  words: DocumentWords;
  home: HomeOrganisation;
  label: ConfidentialityLabel;
  /** The current moment, and its calendar day in Vientiane. */
  now: Date;
  today: string;
  /** The past day that the document shows, and the meeting it was chosen by. */
  asOf?: { day: string; meeting: string | null } | null;
};
export type DocumentFrame = Frame;

const inLanguage = (language: Locale, en: string, lo: string) => (language === "lo" ? lo : en);

/** Head of an official document: country and motto; ministry, unit; number, place and day. */
export function officialHeader({ words, home, today }: Frame): OfficialHeader {
  const lang = words.language;
  const line = (en: string, lo: string) => ({ lang, text: inLanguage(lang, en, lo) });
  const place = inLanguage(lang, home.placeEn, home.placeLo);
  return {
    country: [line(home.countryEn, home.countryLo)],
    motto: line(home.mottoEn, home.mottoLo),
    rule: "---000---",
    ministry: line(home.ministryEn, home.ministryLo),
    unit: line(home.unitEn, home.unitLo),
    number: { lang, text: words.t("number", { suffix: home.numberSuffix }) },
    placeAndDate: { lang, text: words.t("placeAndDate", { place, day: documentDay(today) }) },
  };
}

/** Space for signature and seal. Place and day are in the head already. */
export function signatureBlock({ words, home }: Frame): SignatureBlock {
  const lang = words.language;
  return {
    placeAndDate: null,
    title: { lang, text: inLanguage(lang, home.signerEn, home.signerLo) },
    name: { lang, text: words.t("signatureLine") },
  };
}

/** Receivers of the document, one per line of the setting. */
export function distributionList({ words, home }: Frame): TitledList {
  const lang = words.language;
  const receivers = inLanguage(lang, home.distributionEn, home.distributionLo).split("\n");
  return {
    heading: words.t("distribution"),
    items: receivers
      .map((receiver) => receiver.trim())
      .filter(Boolean)
      .map((receiver) => say(lang, receiver)),
  };
}

/**
 * The moment at which the data was read. Placed first, because readers of a printed copy need it
 * first.
 */
export function madeAtMeta({ words, now, today, asOf }: Frame) {
  if (asOf) {
    const day = documentDay(asOf.day);
    const text = asOf.meeting
      ? words.t("asOfMeeting", { day, meeting: meetingText(words, asOf.meeting) })
      : words.t("asOfDay", { day });
    return { label: words.t("madeAt"), value: say(words.language, text) };
  }
  const moment = `${documentDay(today)}, ${formatTime(now, words.language)}`;
  return { label: words.t("madeAt"), value: say(words.language, moment) };
}

/** Sources by title, publisher and day, without duplicates, in their own language. */
export function sourceList(words: DocumentWords, sources: readonly ReportSource[]): TitledList {
  const lines = new Map(
    sources.map(({ title, publisher, publishedOn, language }): [string, Runs] => {
      const text = [title, publisher, publishedOn && documentDay(publishedOn)].filter(Boolean).join(", ");
      return [text, [{ lang: language === "lo" ? "lo" : "en", text }]];
    }),
  );
  return { heading: words.t("sources"), items: [...lines.values()] };
}

/** Number of sample rows. Without any, a remark if a text is marked as a sample. */
function samplesOf(
  words: DocumentWords,
  blocks: readonly ReportBlock[],
  tables: readonly ReportTable[],
): ReportModel["samples"] {
  const rows = tables.reduce((sum, table) => sum + table.rows.filter((row) => row.isSample).length, 0);
  if (rows > 0) return { rows, runs: say(words.language, words.t("samples", { rows })) };
  return hasSampleMark(blocks) ? { rows: 0, runs: say(words.language, words.t("sampleReports")) } : null;
}

/** True if any text in the model is marked as a sample. */
function hasSampleMark(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  if (Array.isArray(part)) return part.some(hasSampleMark);
  if ("marks" in part && Array.isArray(part.marks) && part.marks.includes("sample")) return true;
  for (const value of Object.values(part)) if (hasSampleMark(value)) return true;
  return false;
}

type Body = Pick<ReportModel, "kind" | "title" | "subtitle" | "meta" | "blocks"> & Partial<ReportModel>;

/**
 * Completes a report with language, fonts, messages and sample marks. Never contains the name of a
 * person.
 */
export function framed({ words, home, label, now }: Frame, body: Body): ReportModel {
  const tables = reportTables(body);
  const hasWideTable = tables.some((table) => table.orientation === "landscape");
  return {
    language: words.language,
    orientation: hasWideTable && body.kind !== "country_progress" ? "landscape" : "portrait",
    header: null,
    confidentiality: { lang: words.language, text: words.reports(`label.${label}`) },
    signature: null,
    distribution: null,
    notes: [],
    warnings: [],
    samples: samplesOf(words, body.blocks, tables),
    issuer: words.shell("product"),
    laoFont: home.laoFont,
    madeAt: now.toISOString(),
    words: reportWords(words.language),
    ...body,
  };
}
