import { isAddress } from "@/domain/ip-address";
import { hasLao } from "@/domain/lao-text";
import type { Locale } from "@/domain/vocabulary";
import { type Messages, shownMessages } from "@/i18n/catalogue";
import { formatDay, formatInstant, formatNumber } from "@/i18n/format";

type Words = Readonly<Record<string, string>>;

/** A text with its language; null for names and numbers. */
export type AuditText = { text: string; lang: Locale | null };

/**
 * Labels for the codes and stored values of the log in one language, used by the page and its
 * downloads.
 */
export function auditWords(locale: Locale) {
  const messages = shownMessages[locale];
  const named = (words: Words, key: string): AuditText => {
    const word = wordIn(words, key.replaceAll(".", "_"));
    return word ? { text: word, lang: locale } : { text: key, lang: "en" };
  };
  const fields: Words = {
    ...messages.reference.field,
    ...messages.users.field,
    ...messages.plans.form,
    ...messages.activity.field,
    ...messages.audit.field,
  };
  return {
    messages: messages.audit,
    action: (code: string) => named(messages.audit.action, code),
    subject: (code: string) => named(messages.audit.subject, code),
    field: (code: string) => named(fields, code),
    address: (address: string | null): AuditText =>
      isAddress(address) ? { text: address, lang: null } : { text: messages.audit.noAddress, lang: locale },
    value: (field: string, value: unknown) => valueText(messages, locale, field, value),
  };
}

/** `key` comes from outside, so inherited properties such as "constructor" must not be found. */
function wordIn(words: Words, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

const longest = 600;

function valueText(messages: Messages, locale: Locale, field: string, value: unknown): AuditText {
  const known = closedWord(messages, field, value);
  if (known) return { text: known, lang: locale };
  if (value === null || value === "") return { text: messages.activity.history.nothing, lang: locale };
  if (typeof value === "number")
    return { text: isName(field) ? String(value) : formatNumber(value, locale), lang: null };
  const text = plainText(value, locale);
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return { text: shown, lang: hasLao(shown) ? "lo" : /[A-Za-z]/.test(shown) ? "en" : null };
}

/** Ids and versions are shown without digit grouping. */
const isName = (field: string) => /(^id|Ids?|[vV]ersion)$/.test(field);

/**
 * The label of a value from a closed list, or yes or no for a boolean; undefined for other values.
 */
function closedWord(
  { audit, comments, deadlines, evidence, terms, ui, users, years }: Messages,
  field: string,
  value: unknown,
): string | undefined {
  if (typeof value === "boolean") return ui[value ? "yes" : "no"];
  if (typeof value !== "string") return undefined;
  // `act` names the denied command or query. Queries have no action label and are shown by their
  // name.
  if (field === "act") return wordIn(audit.action, value.replaceAll(".", "_"));
  const lists: Readonly<Record<string, Words>> = {
    stage: terms.stage,
    status: terms.status,
    schedule: terms.schedule,
    kind: {
      ...terms.instrumentKind,
      ...terms.activityKind,
      ...terms.partnerKind,
      ...terms.periodKind,
      ...evidence.kind,
    },
    audience: comments.audience,
    anchor: deadlines.anchor,
    counted: terms.counted,
    outcome: terms.outcomeOfDecision,
    framework: terms.framework,
    settlement: years.settlement,
    state: { ...terms.instrumentState, ...terms.planState },
    fromPrecision: terms.validityPrecision,
    toPrecision: terms.validityPrecision,
    role: terms.role,
    access: users.access,
    originalLocale: ui.language,
    locale: ui.language,
    language: ui.language,
  };
  const list = Object.hasOwn(lists, field) ? lists[field] : undefined;
  return list && wordIn(list, value);
}

/** Formats days and instants, joins lists with commas, and shows an object as its parts. */
function plainText(value: unknown, locale: Locale): string {
  if (typeof value === "string") {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(value, locale);
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? formatInstant(value, locale) : value;
  }
  if (Array.isArray(value)) return value.map((item) => plainText(item, locale)).join(", ");
  if (value === null || typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${plainText(part, locale)}`)
    .join("; ");
}
