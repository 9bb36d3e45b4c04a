import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/domain/errors";
import { bodyCodes, decisionOutcomes, schedules, stages, statuses } from "@/domain/lifecycle";
import { roles } from "@/domain/roles";
import { draftStates, roundStates } from "@/domain/rounds";
import * as vocabulary from "@/domain/vocabulary";
import { catalogue } from "@/i18n/catalogue";
import { isCleanText, missingTerms, retiredLaoIn } from "./lao-terms";
import { placeholdersOf } from "./placeholders";

type Flat = ReadonlyMap<string, string>;

function flatten(value: unknown, prefix = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "string") into.set(prefix, value);
  else for (const [key, inner] of Object.entries(value ?? {})) flatten(inner, prefix ? `${prefix}.${key}` : key, into);
  return into;
}

const en: Flat = flatten(catalogue.en);
const lo: Flat = flatten(catalogue.lo);

/** Names and formats that have no Lao form and stay as they are. */
const latinWords = new Set([
  "English",
  "Excel",
  "Word",
  "Microsoft",
  "LibreOffice",
  "Retreat",
  "Esc",
  "Enter",
  "Shift",
  "Ctrl",
]);

function isLatinByNature(text: string): boolean {
  const words = text.replace(/\{[^{}]*\}|<[^>]*>/g, " ").match(/[A-Za-z][\w.-]*/g) ?? [];
  return words.every((word) => latinWords.has(word) || /^[A-Z0-9.-]+$/.test(word));
}

describe("the messages", () => {
  it("come in pairs of files that are all in the catalogue", () => {
    const namespaces = (locale: string) => readdirSync(new URL(`../i18n/messages/${locale}`, import.meta.url)).sort();
    expect(namespaces("lo")).toEqual(namespaces("en"));
    expect(
      Object.keys(catalogue.en)
        .map((name) => `${name}.json`)
        .sort(),
    ).toEqual(namespaces("en"));
  });

  it("have the same keys in Lao and English", () => {
    expect([...lo.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("have the same placeholders in Lao and English", () => {
    const differing = [...en].filter(([key, text]) => placeholdersOf(text) !== placeholdersOf(lo.get(key) ?? ""));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("have no empty text", () => {
    const empty = [...en, ...lo].filter(([, text]) => text.trim() === "");
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it("are Lao in the Lao files, except acronyms and names", () => {
    const foreign = [...lo].filter(([, text]) => !/\p{Script=Lao}/u.test(text) && !isLatinByNature(text));
    expect(foreign).toEqual([]);
  });

  it("are in NFC and have no invisible characters", () => {
    expect([...en, ...lo].filter(([, text]) => !isCleanText(text)).map(([key]) => key)).toEqual([]);
  });

  it("are English in the English files: Lao occurs only as a quotation", () => {
    expect([...en].filter(([, text]) => /\p{Script=Lao}/u.test(text) && !/[a-z]{3}/i.test(text))).toEqual([]);
  });
});

describe("the Lao words", () => {
  it("are none of the retired ones", () => {
    expect([...lo].flatMap(([key, text]) => retiredLaoIn(text).map((word) => `${key}: ${word}`))).toEqual([]);
  });

  it("are one for one term", () => {
    const lacking = [...en].flatMap(([key, text]) =>
      missingTerms(text, lo.get(key) ?? "").map((term) => `${key}: ${term}`),
    );
    expect(lacking).toEqual([]);
  });

  it("are not one for two terms where a reader meets both", () => {
    const same = [
      ["ui.cancel", "api.keys.revoke", "account.access.end", "years.settlement.drop", "views.reset"],
      ["activity.planned", "terms.schedule.on_track"],
      ["deadlines.state.done", "shell.shortcuts.then"],
      ["users.column.access", "users.facts.sessions", "account.sessions.title"],
      ["terms.noun.stage", "activity.nextSteps"],
      ["evidence.kind.paper", "evidence.save"],
      ["meetings.theme", "terms.noun.title"],
    ].filter((keys) => new Set(keys.map((key) => lo.get(key) ?? key)).size < keys.length);
    expect(same).toEqual([]);
  });

  it("are found by the checks", () => {
    expect(retiredLaoIn("ຄູ່ຮ່ວມ")).toHaveLength(1);
    expect(retiredLaoIn("ປະເທດຄູ່ຮ່ວມ, ຄູ່ຮ່ວມມື, ຄູ່ຮ່ວມພັດທະນາ, ອົງປະກອບ, ຫົວໜ້າພະແນກ")).toEqual([]);
    expect(missingTerms("Add file", "ເພີ່ມເອກະສານ")).toEqual(["file → ໄຟລ໌"]);
    expect(isCleanText("ດິ\u2060ຈິຕອນ")).toBe(false);
  });
});

describe("the closed lists of the domain", () => {
  const terms = catalogue.en.terms;
  const lists: ReadonlyArray<readonly [string, object, readonly string[]]> = [
    ["stage", terms.stage, stages],
    ["body", terms.body, bodyCodes],
    ["byBody", terms.byBody, bodyCodes],
    ["status", terms.status, statuses],
    ["statusShort", terms.statusShort, statuses],
    ["schedule", terms.schedule, schedules],
    ["outcomeOfDecision", terms.outcomeOfDecision, decisionOutcomes],
    ["role", terms.role, roles],
    ["framework", terms.framework, vocabulary.frameworks],
    ["planState", terms.planState, vocabulary.planStates],
    ["periodKind", terms.periodKind, vocabulary.periodKinds],
    ["party", terms.party, vocabulary.partyRoles],
    ["entryStateRole", terms.entryStateRole, vocabulary.entryStateRoles],
    ["counted", terms.counted, vocabulary.countedValues],
    ["priority", terms.priority, vocabulary.priorityKinds],
    ["priorityState", terms.priorityState, vocabulary.priorityStates],
    ["activityKind", terms.activityKind, vocabulary.activityKinds],
    ["dayPrecision", terms.dayPrecision, vocabulary.dayPrecisions],
    ["meetingState", terms.meetingState, vocabulary.meetingStates],
    ["roundState", terms.roundState, roundStates],
    ["draftState", terms.draftState, draftStates],
    ["partnerKind", terms.partnerKind, vocabulary.partnerKinds],
    ["instrumentKind", terms.instrumentKind, vocabulary.instrumentKinds],
    ["instrumentState", terms.instrumentState, vocabulary.instrumentStates],
    ["validityPrecision", terms.validityPrecision, vocabulary.validityPrecisions],
  ];

  it.each(lists)("have a word for every value of %s, and no others", (_name, words, values) => {
    expect(Object.keys(words).sort()).toEqual([...values].sort());
  });

  it("have words for every error code", () => {
    expect(errorCodes.filter((code) => !(code in catalogue.en.errors))).toEqual([]);
  });
});
