"use client";

import { useCallback, useState } from "react";

/** The part of a refusal that concerns versions. */
export type Refused = {
  readonly code: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly current: Readonly<Record<string, string>> | null;
};

/** Fields with the version of a row that the form was filled from. */
export const isVersion = (name: string): boolean => name === "version" || name === "activityVersion";

/**
 * The version that the form sends. Text from a refusal or an unsaved copy is based on the version
 * of that time: sent with the current version it would silently overwrite what somebody else saved
 * meanwhile. Only a conflict that shows both versions moves it on.
 */
export function seenVersion(
  name: string,
  initial: Readonly<Record<string, string>>,
  refusal: Refused | null,
  draft: Readonly<Record<string, readonly string[]>> | null,
): string {
  const shown = refusal?.code === "CONFLICT" ? refusal.current?.[name] : undefined;
  const typedOver = shown ?? (refusal ? refusal.values[name] : draft?.[name]);
  return (typeof typedOver === "string" ? typedOver : typedOver?.[0]) ?? initial[name] ?? "";
}

type Draft = Readonly<Record<string, readonly string[]>>;

/** The sources of the values of a form. */
export type FormSources = {
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
export type LoadedVersions = {
  /** Identifies the current values: a new key replaces all fields. */
  fill: string;
  versions: Readonly<Record<string, string>>;
  isTyped: boolean;
} & Pick<FormSources, "form" | "initial" | "answer" | "draft">;

/**
 * Computes the state of a form from its previous state (null at first). Once somebody types,
 * rendering the page again (in another language, or after somebody else's save) changes neither
 * versions nor fields: only an answer to this form or a restored copy fills it again. Before that,
 * the form follows the page. Returns the previous state if nothing changes.
 */
export function loadVersions(before: LoadedVersions | null, sources: FormSources): LoadedVersions {
  const { form, initial, answer, refusal, draft } = sources;
  const isSame = before !== null && before.form === form && before.answer === answer && before.draft === draft;
  if (isSame && (before.isTyped || refusal !== null || draft !== null)) return before;
  const names = Object.keys(initial).filter(isVersion);
  const versions = Object.fromEntries(names.map((name) => [name, seenVersion(name, initial, refusal, draft)]));
  if (isSame && isEqual(before.initial, initial)) return before;
  const untouched = ["first", form, ...Object.values(versions)].join(".");
  const fill = refusal?.requestId ?? (draft ? "restored" : untouched);
  return { form, fill, versions, isTyped: false, initial, answer, draft };
}

type Fields = FormSources["initial"];

const isEqual = (one: Fields, other: Fields): boolean =>
  [...Object.keys(one), ...Object.keys(other)].every((name) => one[name] === other[name]);

/**
 * `loadVersions` as React state: the first keystroke fixes the versions, and only saves of and
 * answers to this form change them.
 */
export function useLoadedVersions(sources: FormSources) {
  const [before, setLoaded] = useState<LoadedVersions>(() => loadVersions(null, sources));
  const loaded = loadVersions(before, sources);
  if (loaded !== before) setLoaded(loaded);
  const fix = useCallback(() => setLoaded((now) => (now.isTyped ? now : { ...now, isTyped: true })), []);
  const moveOn = useCallback(
    (version: string) => setLoaded((now) => ({ ...now, isTyped: true, versions: { ...now.versions, version } })),
    [],
  );
  return { loaded, fix, moveOn };
}
