import { unsentKey } from "@/components/shell/unsent-words";

/**
 * Keeps an unsaved copy of what is typed, by person and form, so that an ended session loses
 * nothing: in the sessionStorage of the tab, or, if a form asks for it, in localStorage, which
 * outlives the tab. Works without storage too.
 */
const prefix = "draft:";

type Draft = Record<string, string[]>;

/**
 * How long a copy is kept: with the tab, or on the device until it is saved or somebody signs out.
 */
export type Keeping = "tab" | "device";

const keyOf = (person: string, form: string) => `${prefix}${person}:${form}`;

function storage(keeping: Keeping): Storage | null {
  try {
    return keeping === "tab" ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

const everywhere = (): Storage[] => [storage("tab"), storage("device")].filter((store) => store !== null);

/**
 * Stores the text fields of a form with the version that they are based on. React's own fields are
 * left out.
 */
export function keepDraft(person: string, form: string, data: FormData, keeping: Keeping = "tab"): void {
  const draft: Draft = {};
  for (const [name, value] of data) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    draft[name] = [...(draft[name] ?? []), value];
  }
  try {
    storage(keeping)?.setItem(keyOf(person, form), JSON.stringify(draft));
  } catch {
    // The storage is full. The form itself still has the text.
  }
}

/** The stored copy of this person and form; null if there is none. */
export function readDraft(person: string, form: string): Draft | null {
  const kept = everywhere().map((store) => store.getItem(keyOf(person, form)));
  const text = kept.find((one) => one !== null);
  if (!text) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    return null;
  }
}

/**
 * Deletes the copy after a save, or when the person discards it.
 * @param saved the version made by the save: text typed since then is kept
 */
export function dropDraft(person: string, form: string, saved = Number.POSITIVE_INFINITY): void {
  if (Number(readDraft(person, form)?.version?.[0] ?? 0) >= saved) return;
  for (const store of everywhere()) store.removeItem(keyOf(person, form));
}

/** Deletes the copies of other people; with `null`, after signing out, all of them. */
export function dropDraftsExcept(person: string | null): void {
  const keep = person === null ? null : `${prefix}${person}:`;
  for (const store of everywhere())
    for (const key of Object.keys(store))
      if (person === null && key === unsentKey) store.removeItem(key);
      else if (key.startsWith(prefix) && (keep === null || !key.startsWith(keep))) store.removeItem(key);
}
