import { getLocale, getTranslations } from "next-intl/server";
import type { Option } from "@/components/ui/field";
import { decisionOutcomes, schedules, statuses } from "@/domain/lifecycle";
import { activityKinds, countedValues, locales } from "@/domain/vocabulary";
import type { FormChoices } from "@/features/activities/server/list-form-choices";
import enActivity from "@/i18n/messages/en/activity.json";

type Names = Record<string, string>;
type FieldKey = keyof typeof enActivity.field;

/** The labels of the form fields in the reader's language. */
export async function fieldNames(): Promise<Names> {
  const t = await getTranslations("activity.field");
  return Object.fromEntries((Object.keys(enActivity.field) as FieldKey[]).map((key) => [key, t(key)]));
}

/** The labels of the closed lists that forms use. */
export async function closedWords() {
  const terms = await getTranslations("terms");
  const of = <K extends string>(keys: readonly K[], word: (key: K) => string): Names =>
    Object.fromEntries(keys.map((key) => [key, word(key)]));
  return {
    status: of(statuses, (key) => terms(`status.${key}`)),
    schedule: of(schedules, (key) => terms(`schedule.${key}`)),
    kind: of(activityKinds, (key) => terms(`activityKind.${key}`)),
    counted: of(countedValues, (key) => terms(`counted.${key}`)),
    outcome: of(decisionOutcomes, (key) => terms(`outcomeOfDecision.${key}`)),
  };
}

/** A closed list as options. */
export function optionsOf(words: Names): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

type NamedRow = { id: number; en: string; lo: string | null };

/**
 * Reference rows as options in the reader's language. A name without translation is marked with its
 * language.
 */
export async function namedOptions(
  rows: readonly NamedRow[],
  prefix: (row: NamedRow) => string = () => "",
): Promise<Option[]> {
  const locale = await getLocale();
  return rows.map((row) => {
    const own = locale === "lo" ? row.lo : row.en;
    return { value: String(row.id), label: `${prefix(row)}${own ?? row.en}`, lang: own ? undefined : "en" };
  });
}

/** Meetings by code and title. */
export async function meetingOptions(meetings: FormChoices["meetings"]): Promise<Option[]> {
  const codes = new Map(meetings.map((meeting) => [meeting.id, meeting.code]));
  return namedOptions(meetings, (row) => `${codes.get(row.id)} · `);
}

/** The languages of a title. */
export async function localeOptions(): Promise<Option[]> {
  const ui = await getTranslations("ui");
  return locales.map((value) => ({ value, label: ui(`language.${value}`) }));
}

/** Verbs as outcome documents print them, in both languages. They are only suggestions. */
export const printedVerbs: readonly string[] = [
  "approved",
  "endorsed",
  "adopted",
  "noted",
  "accepted",
  "considered",
  "welcomed",
  "discussed",
  "returned",
  "deferred",
  "withdrawn",
  "merged",
  "not supported",
  "ອະນຸມັດ",
  "ຮັບຮອງ",
  "ຮັບຮອງເອົາ",
  "ຮັບຊາບ",
  "ຮັບເອົາ",
  "ພິຈາລະນາ",
  "ຍິນດີຕ້ອນຮັບ",
  "ປຶກສາຫາລື",
  "ສົ່ງຄືນ",
  "ເລື່ອນ",
  "ຖອນຄືນ",
];
