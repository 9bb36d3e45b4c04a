import "server-only";
import type { Locale } from "@/domain/vocabulary";
import { type Messages, shownMessages } from "@/i18n/catalogue";
import type { KeptField } from "@/server/request/ended-session";

type Words = Readonly<Record<string, string>>;

type FormWords = {
  /** Matches the pages with this form; the first form that matches is used. */
  pages: RegExp;
  labels: Words;
  /** For fields with fixed choices: the name of each value. */
  choices?: Readonly<Record<string, Words>>;
};

/**
 * The field names of each form of the desk. The same field means different things in different
 * forms: `state` is the member state of a user, and the state of a plan.
 */
function formsIn({ activity, comments, deadlines, evidence, ...rest }: Messages): readonly FormWords[] {
  const { meetings, partners, plans, reports, rounds, terms, users, years } = rest;
  const { papers } = evidence;
  const reported = { status: terms.status, schedule: terms.schedule };
  return [
    {
      pages: /^\/admin\/users\//,
      labels: users.field,
      choices: { role: terms.role, access: users.access },
    },
    {
      pages: /^\/plans\/[^/]+\/reopen$/,
      labels: { reason: years.reopen.reason, state: years.reopen.state },
      choices: { state: terms.planState },
    },
    {
      pages: /^\/plans\//,
      labels: plans.form,
      choices: { framework: terms.framework, state: terms.planState },
    },
    {
      pages: /^\/deadlines\/|\/deadlines\/new$/,
      labels: deadlines.field,
      choices: { anchor: deadlines.anchor, side: deadlines.side },
    },
    {
      pages: /^\/meetings\/[^/]+\/papers\/new$/,
      labels: { agendaItemId: papers.of, audience: papers.audienceLabel, note: evidence.field.note },
      choices: { audience: papers.audience },
    },
    {
      pages: /^\/meetings\/(new|[^/]+\/edit)$/,
      labels: meetings.form,
      choices: { firstPrecision: terms.dayPrecision, lastPrecision: terms.dayPrecision },
    },
    {
      pages: /^\/meetings\/[^/]+$/,
      labels: { no: meetings.itemNo, titleEn: meetings.itemTitleEn, titleLo: meetings.itemTitleLo },
    },
    {
      pages: /^\/partners\//,
      labels: partners.form,
      choices: {
        kind: terms.instrumentKind,
        state: terms.instrumentState,
        fromPrecision: terms.validityPrecision,
        toPrecision: terms.validityPrecision,
      },
    },
    { pages: /^\/reports\/settings$/, labels: reports.settings.field },
    { pages: /^\/rounds\/new$/, labels: rounds.form },
    {
      pages: /^\/rounds\//,
      labels: { ...activity.field, remark: rounds.remark },
      choices: reported,
    },
    {
      pages: /\/evidence\/new$/,
      labels: evidence.field,
      choices: { kind: evidence.kind },
    },
    {
      pages: /\/comments\/new$/,
      labels: { text: comments.text, audience: comments.audienceLabel, mentions: comments.mention },
      choices: { audience: comments.audience },
    },
    {
      // Activities, and decisions about them, which also occur on pages of meetings.
      pages: /^\/(activities|meetings)(\/|$)/,
      labels: activity.field,
      choices: {
        ...reported,
        kind: terms.activityKind,
        counted: terms.counted,
        outcome: terms.outcomeOfDecision,
      },
    },
  ];
}

/**
 * A field that could not be saved, as the form on its page shows it: with its label, and a chosen
 * value in words. Names and values that the form does not know are unchanged.
 * @param pathname the page with the form
 */
export function labelField(locale: Locale, pathname: string, { name, value }: KeptField): KeptField {
  const form = formsIn(shownMessages[locale]).find(({ pages }) => pages.test(pathname));
  const choices = form?.choices ?? {};
  return {
    name: wordIn(form?.labels ?? {}, name),
    value: Object.hasOwn(choices, name) ? wordIn(choices[name] ?? {}, value) : value,
  };
}

/** Uses own properties only, because names such as "constructor" come from outside. */
function wordIn(words: Words, key: string): string {
  return (Object.hasOwn(words, key) && words[key]) || key;
}
