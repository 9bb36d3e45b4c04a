"use client";

import { type FormEvent, useRef, useState } from "react";
import { dropDraft, keepDraft } from "@/components/form/drafts";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import type { Autosaved } from "@/features/rounds/actions";
import type { FormState } from "@/server/action";
import type { SaveResult } from "./autosaver";
import { draftStorageKey } from "./draft-storage-key";
import { useAutosave } from "./use-autosave";

type Names = Readonly<Record<string, string>>;

type Options = {
  action: FormServerAction;
  autosave: (state: FormState<Autosaved>, form: FormData) => Promise<FormState<Autosaved>>;
  initial: Names;
  person: string;
  names: Names;
};

/**
 * The form of a draft with automatic saving: props of the form element, its fields, and the state
 * of saving.
 */
export function useDraft({ action, autosave, initial, person, names }: Options) {
  const name = draftStorageKey(initial.draftId ?? "");
  const form = useActionForm({ action, initial, person, form: name, keeping: "device" });
  const element = useRef<HTMLFormElement>(null);
  // The version of the entry when the page was opened, because that is what the writer has seen. A
  // re-render after a save does not mean that the writer has looked at the entry again.
  const [entryVersion] = useState(initial.entryVersion);
  const [isMissed, setMissed] = useState(false);
  const { state, saver } = useAutosave({
    read: () => element.current && new FormData(element.current),
    save: async (data) => resultOf(await autosave(null, data), names),
    moveOn: (version) => {
      // Set directly, because a button may submit the form before the next render.
      const field = element.current?.elements.namedItem("version");
      if (field instanceof HTMLInputElement) field.value = version;
      form.moveOn(version);
    },
    keep: (data) => keepDraft(person, name, data, "device"),
    drop: () => dropDraft(person, name),
  });
  const press = async (target: HTMLFormElement, submitter: HTMLElement | null) => {
    const maySend = await saver.press(form.isRestored || form.refusal !== null || !navigator.onLine);
    if (maySend === null) return;
    setMissed(!maySend && submitter instanceof HTMLButtonElement && submitter.value === "submit");
    if (maySend) sendOn(target, submitter);
  };
  return {
    form,
    entryVersion,
    saving: { state, isMissed },
    props: {
      ...form.props,
      ref: element,
      onInput: (event: FormEvent<HTMLFormElement>) => {
        form.props.onInput(event);
        saver.touch();
      },
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        if (passing.has(event.currentTarget)) return;
        event.preventDefault();
        void press(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
      },
    },
  };
}

/** Forms that are being submitted; their content is already saved. */
const passing = new WeakSet<HTMLFormElement>();

/**
 * Submits the form with the pressed button, in a new task: browsers ignore a submission that begins
 * during another.
 */
function sendOn(form: HTMLFormElement, submitter: HTMLElement | null): void {
  setTimeout(() => {
    passing.add(form);
    form.requestSubmit(submitter);
    passing.delete(form);
  });
}

function resultOf(state: FormState<Autosaved>, names: Names): SaveResult {
  if (state?.ok) return { ok: true, ...state.value };
  const refused = state?.refusal.fields[0];
  const message = refused ? `${names[refused.field] ?? refused.field}: ${refused.message}` : state?.refusal.message;
  const { code = "INTERNAL", current = null } = state?.refusal ?? {};
  return { ok: false, code, message: message ?? "", current };
}
