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
 * The form of a draft that saves itself: what its element needs, what its fields hold, and how its
 * saving stands.
 */
export function useDraft({ action, autosave, initial, person, names }: Options) {
  const name = draftStorageKey(initial.draftId ?? "");
  const form = useActionForm({ action, initial, person, form: name, keeping: "device" });
  const element = useRef<HTMLFormElement>(null);
  // What the register says beside the form was seen when the page was opened. A page redrawn after
  // a save is not looked at again.
  const [entryVersion] = useState(initial.entryVersion);
  const [isMissed, setMissed] = useState(false);
  const { state, saver } = useAutosave({
    read: () => element.current && new FormData(element.current),
    save: async (data) => resultOf(await autosave(null, data), names),
    moveOn: (version) => {
      // A button may send the form before it is drawn again.
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

/** Forms that are being sent: their words are saved. */
const passing = new WeakSet<HTMLFormElement>();

/**
 * Sends a form by the button that was pressed, in a task of its own: while the press itself is
 * under way browsers ignore another.
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
