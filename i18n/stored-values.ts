import { hasLao } from "@/domain/lao-text";
import { type RowNames, referenceOf, rowKey } from "@/domain/row-names";
import type { Locale } from "@/domain/vocabulary";
import type { Messages } from "./catalogue";
import { formatDay, formatInstant, formatNumber, formatPercent } from "./format";

type Words = Readonly<Record<string, string>>;

/** A text with its language; null for numbers, days and codes. */
export type StoredText = { text: string; lang: Locale | null };

export type StoredChange = { field: string; before: unknown; after: unknown };

const longest = 600;

/** The columns of a stored row that say nothing to a reader. */
const technical: ReadonlySet<string> = new Set(["id", "entryId", "version", "createdAt", "updatedAt", "isSample"]);

/** A word of a list; `key` comes from outside, so that inherited properties must not be found. */
export function wordIn(words: Words, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/**
 * The fields and values of stored changes as words: closed lists by their labels, rows by their
 * names, days, times and numbers as the language writes them.
 * @param messages of that language, for a page or for a file (`catalogue.ts`)
 * @param names of all rows to which the values refer (`referencesIn`)
 */
export function storedValues(locale: Locale, messages: Messages, names: RowNames) {
  const fields: Words = {
    ...messages.reference.field,
    ...messages.users.field,
    ...messages.plans.form,
    ...messages.activity.field,
    ...messages.audit.field,
  };
  const reader: Reader = { locale, names, fields, messages, closed: closedLists(messages) };
  return {
    field: (code: string, own: Words = fields): StoredText => {
      const word = wordIn(own, code) ?? wordIn(fields, code);
      return word ? { text: word, lang: locale } : { text: code, lang: "en" };
    },
    value: (field: string, value: unknown) => shownOf(textOf(reader, field, value)),
    /** Both sides of a change. Of lists only what was taken out and what was put in. */
    change: ({ field, before, after }: StoredChange): { before: StoredText; after: StoredText } => {
      const [old, now] = Array.isArray(before) && Array.isArray(after) ? differing(reader, field, before, after) : [];
      return {
        before: shownOf(old ?? textOf(reader, field, before)),
        after: shownOf(now ?? textOf(reader, field, after)),
      };
    },
  };
}

type Reader = {
  locale: Locale;
  names: RowNames;
  fields: Words;
  messages: Messages;
  closed: Readonly<Record<string, Words>>;
};

function shownOf(whole: string): StoredText {
  const text = whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
  return { text, lang: hasLao(text) ? "lo" : /[A-Za-z]/.test(text) ? "en" : null };
}

function textOf(reader: Reader, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return reader.messages.activity.history.nothing;
  if (Array.isArray(value)) return listText(reader, itemsOf(reader, field, value), value);
  if (typeof value === "object") return rowText(reader, value, "; ");
  return wordOf(reader, field, value) ?? nameOf(reader, field, value) ?? scalarText(reader.locale, field, value);
}

/** The label of a value from a closed list, or yes or no. */
function wordOf({ messages, closed }: Reader, field: string, value: unknown): string | undefined {
  if (typeof value === "boolean") return messages.ui[value ? "yes" : "no"];
  if (typeof value !== "string") return undefined;
  // `act` names the denied command or query. Queries have no label and are shown by their name.
  if (field === "act") return wordIn(messages.audit.action, value.replaceAll(".", "_"));
  return wordIn(closed[field] ?? {}, value);
}

/** The name of the row to which the value refers. */
function nameOf({ names, locale, messages }: Reader, field: string, value: unknown, isInList = false) {
  const reference = referenceOf(field, value, isInList);
  if (!reference) return undefined;
  const name = names.get(rowKey(reference));
  if (!name) return messages.activity.history.unavailable;
  const text = (locale === "lo" ? name.lo : null) ?? name.en;
  return name.day === null ? text : `${text}, ${formatDay(name.day, locale)}`;
}

function scalarText(locale: Locale, field: string, value: unknown): string {
  if (typeof value === "number") return numberText(locale, field, value);
  if (typeof value !== "string") return String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value, locale);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatInstant(value, locale);
  return /Usd$/.test(field) && Number.isFinite(Number(value)) ? formatNumber(Number(value), locale) : value;
}

/** Ids and versions are shown without digit grouping. */
function numberText(locale: Locale, field: string, value: number): string {
  if (field === "progress") return formatPercent(value, locale);
  return /(^id|Ids?|[vV]ersion)$/.test(field) ? String(value) : formatNumber(value, locale);
}

const isRow = (value: unknown): value is object => typeof value === "object" && value !== null;

function itemsOf(reader: Reader, field: string, list: readonly unknown[]): string[] {
  return list.map((item) =>
    isRow(item) ? rowText(reader, item, ", ") : (nameOf(reader, field, item, true) ?? textOf(reader, field, item)),
  );
}

function listText({ messages }: Reader, items: readonly string[], list: readonly unknown[]): string {
  return items.length === 0 ? messages.activity.history.nothing : items.join(list.some(isRow) ? "; " : ", ");
}

/** What a row is about comes first, without a label: "Lao PDR, Lead, Focal point: …". */
function rowText(reader: Reader, row: object, mark: string): string {
  const known = Object.entries(row).filter(([key, part]) => !technical.has(key) && part !== null && part !== "");
  const named = known.flatMap(([key, part]) => nameOf(reader, key, part) ?? []);
  const rest = known.flatMap(([key, part]) => {
    if (referenceOf(key, part)) return [];
    return wordOf(reader, key, part) ?? `${reader.fields[key] ?? key}: ${textOf(reader, key, part)}`;
  });
  return [...named, ...rest].join(mark);
}

/** The items of two lists that the other one lacks; undefined if none differs for a reader. */
function differing(reader: Reader, field: string, before: readonly unknown[], after: readonly unknown[]) {
  const [old, now] = [itemsOf(reader, field, before), itemsOf(reader, field, after)];
  const gone = old.filter((item) => !now.includes(item));
  const made = now.filter((item) => !old.includes(item));
  if (gone.length === 0 && made.length === 0) return [];
  return [listText(reader, gone, before), listText(reader, made, after)];
}

function closedLists({ api, comments, deadlines, evidence, reports, terms, ui, users, years }: Messages) {
  return {
    stage: terms.stage,
    status: terms.status,
    schedule: terms.schedule,
    kind: { ...terms.priority, ...terms.instrumentKind, ...terms.activityKind, ...evidence.kind },
    audience: comments.audience,
    anchor: deadlines.anchor,
    counted: terms.counted,
    outcome: terms.outcomeOfDecision,
    framework: terms.framework,
    settlement: years.settlement,
    state: {
      ...terms.priorityState,
      ...terms.draftState,
      ...terms.meetingState,
      ...terms.instrumentState,
      ...terms.planState,
    },
    fromPrecision: terms.validityPrecision,
    toPrecision: terms.validityPrecision,
    firstPrecision: terms.dayPrecision,
    lastPrecision: terms.dayPrecision,
    role: { ...terms.party, ...terms.entryStateRole, ...terms.role },
    scope: api.keys.scopes,
    report: reports.kind,
    access: users.access,
    originalLocale: ui.language,
    locale: ui.language,
    language: ui.language,
  } satisfies Readonly<Record<string, Words>>;
}
