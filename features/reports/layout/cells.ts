import { hasLao } from "@/domain/lao-text";
import type { Cell, Runs } from "@/domain/report-model";
import { catalogue } from "@/i18n/catalogue";
import { meetingInText } from "@/i18n/meeting-name";
import type { Party, Priority, ReportEntry, StageDecision } from "../report-data";
import type { DocumentWords } from "./document-words";
import { joined, lines, nameRuns, nameText, say, writtenRuns } from "./runs";

/** A calendar day as a date value for Excel. */
export const dayCell = (day: string | null): Cell => (day === null ? null : { day });

/** True if the printed verb differs from the name of the outcome in both languages. */
function isOwnVerb(verb: string, outcome: keyof (typeof catalogue)["en"]["terms"]["outcomeOfDecision"]): boolean {
  const printed = verb.trim().toLowerCase();
  return [catalogue.en, catalogue.lo].every(({ terms }) => terms.outcomeOfDecision[outcome].toLowerCase() !== printed);
}

/**
 * The verb as the outcome document prints it, if it differs from the name of the outcome; never
 * translated.
 */
export function verbRuns(words: DocumentWords, stage: string, { verb }: Pick<StageDecision, "verb">): Runs | null {
  const outcome = stage as Parameters<typeof isOwnVerb>[1];
  if (!Object.hasOwn(catalogue.en.terms.outcomeOfDecision, stage) || !isOwnVerb(verb, outcome)) return null;
  const [before = "", after = ""] = words.t("verb", { verb: "\u0001" }).split("\u0001");
  return [
    { lang: words.language, text: before },
    { lang: hasLao(verb) ? "lo" : "en", text: verb },
    { lang: words.language, text: after },
  ];
}

/** A meeting by its code, for a sentence. */
export function meetingText({ terms }: DocumentWords, code: string): string {
  return meetingInText(code, (body) => terms(`byBody.${body}`));
}

/** The stage of the proposal, and the meeting that decided on it. */
export function stageRuns(words: DocumentWords, entry: Pick<ReportEntry, "stage" | "decision">): Runs {
  const { stage, decision } = entry;
  if (stage === null) return [];
  if (decision === null || stage === "draft" || stage === "submitted") {
    return say(words.language, words.terms(`stage.${stage}`));
  }
  const by = words.terms(`stageBy.${stage}`, { body: meetingText(words, decision.meetingCode) });
  return lines(words.language, [say(words.language, by), verbRuns(words, stage, decision)]);
}

/** Status, schedule and the reason for a delay; before approval, the stage. */
export function statusRuns(words: DocumentWords, entry: ReportEntry): Runs {
  return lines(words.language, [stageAndStatusRuns(words, entry), entry.status && reasonRuns(words, entry)]);
}

/** `statusRuns` without a reason. */
export function stageAndStatusRuns(words: DocumentWords, entry: ReportEntry): Runs {
  const { status, schedule } = entry;
  if (status === null) return stageRuns(words, entry);
  return lines(words.language, [
    say(words.language, words.terms(`status.${status}`)),
    schedule && say(words.language, words.terms(`schedule.${schedule}`)),
  ]);
}

/** The reason why the entry is not on track. */
export function reasonRuns(words: DocumentWords, entry: ReportEntry): Runs | null {
  if (!entry.scheduleReason || entry.schedule === "on_track") return null;
  return labelled(words, words.t("reason"), writtenRuns(words.language, entry.scheduleReason, isInvented(entry)));
}

/** Marks a sample account's text on a real entry. A sample row is marked in its title instead. */
export const isInvented = (entry: ReportEntry) => !entry.isSample && (entry.update?.isSample ?? false);

/** `Issues: …` */
export function labelled(words: DocumentWords, label: string, value: Runs): Runs {
  return [{ lang: words.language, text: words.t("labelled", { label }) }, ...value];
}

function partyRuns(words: DocumentWords, { state, agency, partner }: Party): Runs {
  const name = nameRuns(words.language, state ?? partner ?? { en: null, lo: null });
  return agency ? [...name, { lang: hasLao(agency) ? "lo" : "en", text: ` (${agency})` }] : name;
}

const partiesOf = (words: DocumentWords, parties: readonly Party[]) =>
  joined(
    words.language,
    parties.map((party) => partyRuns(words, party)),
    ", ",
  );

/** The proponent and its co-proponents. */
export function proponentRuns(words: DocumentWords, parties: readonly Party[]): Runs {
  const proponents = parties.filter(({ role }) => role === "proponent" || role === "co_proponent");
  return partiesOf(words, proponents);
}

const otherRoles = ["co_proponent", "implementing_agency", "participant", "funder"] as const;

/** All parties by role, and the fund, for the single wide column of the progress table. */
export function partiesRuns(words: DocumentWords, { parties, fund }: ReportEntry): Runs {
  const ofRole = (role: Party["role"]) =>
    partiesOf(
      words,
      parties.filter((party) => party.role === role),
    );
  return lines(words.language, [
    ofRole("proponent"),
    ...otherRoles.map((role) => {
      const named = ofRole(role);
      return named.length > 0 ? labelled(words, words.terms(`party.${role}`), named) : null;
    }),
    fund ? labelled(words, words.terms("noun.fund"), [{ lang: hasLao(fund) ? "lo" : "en", text: fund }]) : null,
  ]);
}

/** `DO2, DO5`; prefixed with the code of the masterplan if it is not the plan's own. */
export function outcomeRuns(words: DocumentWords, entry: ReportEntry, masterplan: string | null): Runs {
  const codes = entry.outcomes.map(({ ordinal, masterplan: of }) => {
    const code = words.t("outcomeCode", { number: ordinal });
    return of === masterplan ? code : `${of} ${code}`;
  });
  return codes.length > 0 ? say("en", codes.join(", ")) : [];
}

/** The priorities of an entry, each proposed or granted. */
export function priorityRuns(words: DocumentWords, priorities: readonly Priority[]): Runs {
  return lines(
    words.language,
    priorities.map(({ kind, state, period, meetingCode }) => {
      const when = period ? nameText(words.language, period) : (meetingCode && meetingText(words, meetingCode)) || "";
      const named = { kind: words.terms(`priority.${kind}`), when, state: words.terms(`priorityState.${state}`) };
      return say(words.language, words.t("priorityFor", named));
    }),
  );
}

/** Remark if the row is not part of the official number; otherwise empty. */
export function countedRuns(words: DocumentWords, { counted }: ReportEntry): Runs | null {
  return counted === "yes" ? null : say(words.language, words.terms(`counted.${counted}`));
}
