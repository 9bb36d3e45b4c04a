/**
 * What is being typed, kept in this tab's sessionStorage under person and form, so that an ended session loses nothing. All of
 * it tolerates a browser that refuses storage.
 */
const prefix = "draft:";

type Draft = Record<string, string[]>;

const keyOf = (person: string, form: string) => `${prefix}${person}:${form}`;

function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Keeps the text fields of a form as they are now, with the version they are typed over; React's own fields are left out. */
export function keepDraft(person: string, form: string, data: FormData): void {
  const draft: Draft = {};
  for (const [name, value] of data) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    draft[name] = [...(draft[name] ?? []), value];
  }
  try {
    storage()?.setItem(keyOf(person, form), JSON.stringify(draft));
  } catch {
    // The storage is full: the form itself still holds the text.
  }
}

/** What was kept for this person and form; null when nothing was. */
export function readDraft(person: string, form: string): Draft | null {
  const text = storage()?.getItem(keyOf(person, form));
  if (!text) return null;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    return null;
  }
}

/** The form was saved, or the person let go of it. */
export function dropDraft(person: string, form: string): void {
  storage()?.removeItem(keyOf(person, form));
}

/** Removes what others typed here; with `null` everything: after signing out. */
export function dropDraftsExcept(person: string | null): void {
  const store = storage();
  if (!store) return;
  const keep = person === null ? null : `${prefix}${person}:`;
  for (const key of Object.keys(store)) {
    if (key.startsWith(prefix) && (keep === null || !key.startsWith(keep))) store.removeItem(key);
  }
}
