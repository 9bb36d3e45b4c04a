import { type Person, people } from "../support/session";

/** Roles that mostly get the same answer. */
const groups: Readonly<Record<"heads" | "desk" | "focals", readonly Person[]>> = {
  heads: ["admin", "manager"],
  desk: ["admin", "manager", "officer"],
  focals: ["focal.la", "focal.th"],
};

/**
 * What an address or an action answers to each role. A role's own name counts before its group's,
 * and `others` are the signed-in roles that neither names.
 */
export type Answers<T> = { nobody: T; others?: T } & Partial<Record<Person | keyof typeof groups, T>>;

export type Asker = Person | "nobody";

/** Somebody who has not signed in, then each of the sample's roles. */
export const askers: readonly Asker[] = ["nobody", ...people];

/** The answers with each asker by name. @throws where a role has none, or a group counts twice */
export function answersByAsker<T>(answers: Answers<T>): [Asker, T][] {
  return askers.map((asker) => {
    const answer = asker === "nobody" ? answers.nobody : answerTo(asker, answers);
    if (answer === undefined) throw new Error(`no answer to ${asker} in ${JSON.stringify(answers)}`);
    return [asker, answer];
  });
}

function answerTo<T>(person: Person, answers: Answers<T>): T | undefined {
  const ofGroups = (["heads", "desk", "focals"] as const)
    .filter((group) => groups[group].includes(person))
    .flatMap((group) => answers[group] ?? []);
  if (ofGroups.length > 1) throw new Error(`two groups answer ${person} in ${JSON.stringify(answers)}`);
  return answers[person] ?? (ofGroups[0] as T | undefined) ?? answers.others;
}

/** By route, as `app/` names it, and then by address: the status that each role gets. */
export type Access = Record<string, Record<string, Answers<number>>>;
