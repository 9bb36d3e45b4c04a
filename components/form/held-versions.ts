import { isVersion, type Refused, seenVersion } from "./seen-version";

type Draft = Readonly<Record<string, readonly string[]>>;

/** The sources of the values of a form. */
export type Filling = {
  /** The id of the form: another row is another form. */
  form: string;
  /** The stored fields. They change when the page is rendered again. */
  initial: Readonly<Record<string, string>>;
  /** The last answer to this form, and its refusal. */
  answer: object | null;
  refusal: (Refused & { readonly requestId: string }) | null;
  /** The restored copy. */
  draft: Draft | null;
};

/** The versions that a form is based on, until it is filled again. */
export type HeldVersions = {
  /** Identifies the current values: a new key replaces all fields. */
  fill: string;
  versions: Readonly<Record<string, string>>;
  isTyped: boolean;
} & Pick<Filling, "form" | "initial" | "answer" | "draft">;

/**
 * Computes the state of a form from its previous state (null at first). Once somebody types,
 * rendering the page again (in another language, or after somebody else's save) changes neither
 * versions nor fields: only an answer to this form or a restored copy fills it again. Before that,
 * the form follows the page. Returns the previous state if nothing changes.
 */
export function holdVersions(before: HeldVersions | null, filling: Filling): HeldVersions {
  const { form, initial, answer, refusal, draft } = filling;
  const isSame = before !== null && before.form === form && before.answer === answer && before.draft === draft;
  if (isSame && (before.isTyped || refusal !== null || draft !== null)) return before;
  const names = Object.keys(initial).filter(isVersion);
  const versions = Object.fromEntries(names.map((name) => [name, seenVersion(name, initial, refusal, draft)]));
  if (isSame && isEqual(before.initial, initial)) return before;
  const untouched = ["first", form, ...Object.values(versions)].join(".");
  const fill = refusal?.requestId ?? (draft ? "restored" : untouched);
  return { form, fill, versions, isTyped: false, initial, answer, draft };
}

type Fields = Filling["initial"];

const isEqual = (one: Fields, other: Fields): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every((name) => one[name] === other[name]);
