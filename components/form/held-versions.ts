import { isVersion, type Refused, seenVersion } from "./seen-version";

type Draft = Readonly<Record<string, readonly string[]>>;

/** What a form is filled from. */
export type Filling = {
  /** Whose fields these are: another row's are another form. */
  form: string;
  /** The fields as the page has them now; a page that is redrawn in place may have newer ones. */
  initial: Readonly<Record<string, string>>;
  /** The last answer to this form, and the refusal in it. */
  answer: object | null;
  refusal: (Refused & { readonly requestId: string }) | null;
  /** What was kept and has come back. */
  draft: Draft | null;
};

/** What a form is over, from one filling of its fields to the next. */
export type HeldVersions = {
  /** The filling's name: fields with another one are other fields. */
  fill: string;
  versions: Readonly<Record<string, string>>;
  isTyped: boolean;
} & Pick<Filling, "form" | "initial" | "answer" | "draft">;

/**
 * What a form holds, given what it held before (null at first). Once somebody types, a page that is redrawn beneath, in another language or
 * after somebody else's save, moves nothing on, neither versions nor the fields beside the one that is typed in: only an answer to this form
 * or what was kept fills it anew. Before that it is filled with what the page now has. Gives back what was held where nothing changes.
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
