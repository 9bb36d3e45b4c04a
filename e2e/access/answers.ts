import { type Person, people } from "../support/session";

/** Groups of roles that mostly get the same answer. */
const groups: Readonly<Record<"heads" | "desk" | "focals", readonly Person[]>> = {
  heads: ["admin", "manager"],
  desk: ["admin", "manager", "officer"],
  focals: ["focal.la", "focal.th"],
};

/**
 * The answer of an address or action to each role. A role's own entry takes precedence over its
 * group's; `others` are the signed-in roles without either.
 */
export type Answers<T> = { nobody: T; others?: T } & Partial<Record<Person | keyof typeof groups, T>>;

export type Asker = Person | "nobody";

/** A visitor without a session, then each of the sample's roles. */
export const askers: readonly Asker[] = ["nobody", ...people];

/**
 * The answer for each role by name.
 * @throws if a role has no answer, or is covered by two groups
 */
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

/** By route, as named in `app/`, then by address: the status that each role gets. */
export type Access = Record<string, Record<string, Answers<number>>>;
