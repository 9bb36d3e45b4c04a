"use client";

import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useState } from "react";
import { dropDraft, type Keeping, keepDraft, readDraft } from "./drafts";
import { isVersion } from "./seen-version";
import { useHeldVersions } from "./use-held-versions";

/** What a refused form gets back from its server action. */
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
  /** The fields before anybody types; lists are joined by commas. */
  initial: Readonly<Record<string, string>>;
  /** Under these the draft is kept. */
  person: string;
  form: string;
  keeping?: Keeping;
};

export type ActionForm = {
  /** For the `form` element: its action, the keeping of the draft, Ctrl+Enter. */
  props: {
    action: (form: FormData) => void;
    onInput: (event: FormEvent<HTMLFormElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
  };
  /** Changes when the form must be filled anew, for use as a React key of its fields. */
  fill: string;
  refusal: FormRefusal | null;
  /** What the action gave back when it succeeded; null before. */
  result: unknown;
  isRestored: boolean;
  textOf: (name: string) => string;
  listOf: (name: string) => string[];
  errorOf: (name: string) => string | undefined;
  forgetDraft: () => void;
  /** A save of its own, beside the action, has made this version of what is typed. */
  moveOn: (version: string) => void;
};

/**
 * A form over a server action that loses nothing: refused values come back, what is typed is kept in the tab, and the form carries the
 * version that was seen, which after a conflict is the one that it showed.
 */
export function useActionForm({ action, initial, person, form, keeping }: Options): ActionForm {
  const [state, formAction] = useActionState(
    action as (state: FormResult, form: FormData) => Promise<FormResult>,
    null,
  );
  const [restored, setRestored] = useState<Record<string, string[]> | null>(null);
  const refusal = state && !state.ok ? state.refusal : null;

  const { held, hold, moveOn } = useHeldVersions({ form, initial, answer: state, refusal, draft: restored });

  useEffect(() => setRestored(readDraft(person, form)), [person, form]);

  const listOf = (name: string): string[] => {
    if (isVersion(name)) return [held.versions[name] ?? ""];
    const typed = refusal ? refusal.values[name] : restored ? (restored[name] ?? []) : undefined;
    if (typed === undefined && refusal) return [];
    if (typed === undefined) return (held.initial[name] ?? "").split(",").filter(Boolean);
    return typeof typed === "string" ? typed.split(",").filter(Boolean) : typed;
  };
  const textOf = (name: string): string => {
    if (isVersion(name)) return held.versions[name] ?? "";
    const typed = refusal ? refusal.values[name] : restored?.[name];
    if (typed === undefined) return refusal || restored ? "" : (held.initial[name] ?? "");
    return typeof typed === "string" ? typed : (typed[0] ?? "");
  };
  return {
    props: {
      action: formAction,
      onInput: (event) => {
        hold();
        keepDraft(person, form, new FormData(event.currentTarget), keeping);
      },
      onKeyDown: (event) => {
        if (event.ctrlKey && event.key === "Enter") event.currentTarget.requestSubmit();
      },
    },
    fill: held.fill,
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
