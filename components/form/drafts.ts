/**
 * What is being typed, kept in the browser under person and form, so that an ended session loses nothing: in this tab's
 * sessionStorage, or, where a form asks for it, in localStorage, which outlives the tab. All of it tolerates a browser that refuses storage.
 */
const prefix = "draft:";

type Draft = Record<string, string[]>;

/** How long the words are kept: with the tab, or on the device until they are saved or somebody signs out. */
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

/** Keeps the text fields of a form as they are now, with the version they are typed over; React's own fields are left out. */
export function keepDraft(person: string, form: string, data: FormData, keeping: Keeping = "tab"): void {
  const draft: Draft = {};
  for (const [name, value] of data) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    draft[name] = [...(draft[name] ?? []), value];
  }
  try {
    storage(keeping)?.setItem(keyOf(person, form), JSON.stringify(draft));
  } catch {
    // The storage is full: the form itself still holds the text.
  }
}

/** What was kept for this person and form; null when nothing was. */
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
 * The form was saved, or the person let go of it.
 * @param saved the version that the save made: what was typed over it since then stays
 */
export function dropDraft(person: string, form: string, saved = Number.POSITIVE_INFINITY): void {
  if (Number(readDraft(person, form)?.version?.[0] ?? 0) >= saved) return;
  for (const store of everywhere()) store.removeItem(keyOf(person, form));
}

/** Removes what others typed here; with `null` everything: after signing out. */
export function dropDraftsExcept(person: string | null): void {
  const keep = person === null ? null : `${prefix}${person}:`;
  for (const store of everywhere())
    for (const key of Object.keys(store))
      if (key.startsWith(prefix) && (keep === null || !key.startsWith(keep))) store.removeItem(key);
}
