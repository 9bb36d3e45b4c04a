"use client";

import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useState } from "react";
import { dropDraft, type Keeping, keepDraft, readDraft } from "./drafts";
import { isVersion, useLoadedVersions } from "./loaded-versions";

/** What a server action returns for a refused form. */
export type FormRefusal = {
  code: string;
  message: string;
  fields: readonly { field: string; message: string }[];
  values: Record<string, string | string[]>;
  current: Readonly<Record<string, string>> | null;
  requestId: string;
};
export type FormResult = { ok: true; value: unknown } | { ok: false; refusal: FormRefusal } | null;
export type FormServerAction = (state: never, form: FormData) => Promise<unknown>;

type Options = {
  action: FormServerAction;
  /** The initial fields; lists are joined by commas. */
  initial: Readonly<Record<string, string>>;
  /** The key of the unsaved copy. */
  person: string;
  form: string;
  keeping?: Keeping;
};

export type ActionForm = {
  /** Props for the `form` element: its action, the unsaved copy, Ctrl+Enter. */
  props: {
    action: (form: FormData) => void;
    onInput: (event: FormEvent<HTMLFormElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
  };
  /** Use it as the React key of the fields: it changes when they must be filled again. */
  fill: string;
  refusal: FormRefusal | null;
  /** The result of a successful action; null before. */
  result: unknown;
  isRestored: boolean;
  textOf: (name: string) => string;
  listOf: (name: string) => string[];
  errorOf: (name: string) => string | undefined;
  forgetDraft: () => void;
  /** Call it after a save beside the action, with the version that it made. */
  moveOn: (version: string) => void;
};

/**
 * A form over a server action that loses nothing: refused values are shown again, an unsaved copy
 * is kept, and the form carries the version that the person saw (after a conflict, the version that
 * the conflict showed).
 */
export function useActionForm({ action, initial, person, form, keeping }: Options): ActionForm {
  const [state, formAction] = useActionState(
    action as (state: FormResult, form: FormData) => Promise<FormResult>,
    null,
  );
  const [restored, setRestored] = useState<Record<string, string[]> | null>(null);
  const refusal = state && !state.ok ? state.refusal : null;

  const { loaded, fix, moveOn } = useLoadedVersions({ form, initial, answer: state, refusal, draft: restored });

  useEffect(() => setRestored(readDraft(person, form)), [person, form]);

  const listOf = (name: string): string[] => {
    if (isVersion(name)) return [loaded.versions[name] ?? ""];
    const typed = refusal ? refusal.values[name] : restored ? (restored[name] ?? []) : undefined;
    if (typed === undefined && refusal) return [];
    if (typed === undefined) return (loaded.initial[name] ?? "").split(",").filter(Boolean);
    return typeof typed === "string" ? typed.split(",").filter(Boolean) : typed;
  };
  const textOf = (name: string): string => {
    if (isVersion(name)) return loaded.versions[name] ?? "";
    const typed = refusal ? refusal.values[name] : restored?.[name];
    if (typed === undefined) return refusal || restored ? "" : (loaded.initial[name] ?? "");
    return typeof typed === "string" ? typed : (typed[0] ?? "");
  };
  return {
    props: {
      action: formAction,
      onInput: (event) => {
        fix();
        keepDraft(person, form, new FormData(event.currentTarget), keeping);
      },
      onKeyDown: (event) => {
        if (event.ctrlKey && event.key === "Enter") event.currentTarget.requestSubmit();
      },
    },
    fill: loaded.fill,
    refusal,
    result: state?.ok ? state.value : null,
    isRestored: restored !== null && refusal === null,
    textOf,
    listOf,
    errorOf: (name) => refusal?.fields.find((item) => item.field === name)?.message,
    forgetDraft: () => dropDraft(person, form),
    moveOn,
  };
}
