import "server-only";
import type { Locale } from "@/domain/vocabulary";
import { shownMessages } from "@/i18n/catalogue";
import type { KeptField } from "./ended-session";

type Words = Readonly<Record<string, string>>;

/** A field of the desk's forms as its reader knows it: what it is called, and what a chosen value means. */
export function inWords(locale: Locale, { name, value }: KeptField): KeptField {
  const { activity, plans, rounds, terms, users } = shownMessages[locale];
  const names: Words = { ...users.field, ...plans.form, ...rounds.form, ...activity.field, remark: rounds.remark };
  const choices: Readonly<Record<string, Words>> = {
    status: terms.status,
    schedule: terms.schedule,
    kind: terms.activityKind,
    counted: terms.counted,
    outcome: terms.outcomeOfDecision,
    framework: terms.framework,
    state: terms.planState,
    role: terms.role,
    access: users.access,
  };
  const chosen = Object.hasOwn(choices, name) ? choices[name] : undefined;
  return { name: wordIn(names, name), value: chosen ? wordIn(chosen, value) : value };
}

/** Names come from outside: "constructor" is no word of ours. */
function wordIn(words: Words, key: string): string {
  return (Object.hasOwn(words, key) && words[key]) || key;
}
