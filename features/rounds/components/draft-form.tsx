"use client";

import type { Route } from "next";
import { type FormEvent, useCallback, useRef } from "react";
import { dropDraft } from "@/components/form/drafts";
import { fieldsOf } from "@/components/form/fields-of";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";
import type { Autosaved } from "../actions";
import { type AutosaveLabels, AutosaveNote } from "./autosave-note";
import { DraftFields } from "./draft-fields";
import { type SaveResult, useAutosave } from "./use-autosave";

export type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  autosave: (state: FormState<Autosaved>, form: FormData) => Promise<FormState<Autosaved>>;
  /** The draft as it is saved, with the versions of it and of its entry. */
  initial: Names;
  person: string;
  href: Route;
  backHref: Route;
  signInHref: Route;
  names: Names;
  words: { status: Names; schedule: Names };
  notes: FormNoteLabels;
  labels: Readonly<
    Record<"reasonHint" | "progressHint" | "save" | "saving" | "submit" | "submitHint" | "cancel", string>
  >;
  autosaveLabels: AutosaveLabels;
};

/** A report for a round. It saves itself; its buttons save it, or hand it in, with or without scripts. */
export function DraftForm({ action, autosave, initial, person, names, words, notes, labels, ...props }: Props) {
  const name = `round-draft:${initial.draftId}`;
  const form = useActionForm({ action, initial, person, form: name, keeping: "device" });
  const element = useRef<HTMLFormElement>(null);
  const save = useCallback(async (data: FormData) => resultOf(await autosave(null, data), names), [autosave, names]);
  const onSaved = useCallback(() => dropDraft(person, name), [person, name]);
  const { state, touch, stop } = useAutosave({ form: element, save, onSaved });
  return (
    <form
      {...form.props}
      ref={element}
      onInput={(event) => {
        form.props.onInput(event);
        touch();
      }}
      onSubmit={(event) => {
        // Without a connection the words stay here, and are sent as they would be after typing.
        if (navigator.onLine) return sendAfter(event, stop());
        event.preventDefault();
        touch();
      }}
      className="flex flex-col gap-3.5"
    >
      <FormNotes form={form} labels={notes} names={names} words={words} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="draftId" value={initial.draftId} />
        <input type="hidden" name="entryVersion" value={initial.entryVersion} />
        {/* Saves of its own move it on, which a value that React holds would undo. */}
        <input type="hidden" name="version" defaultValue={form.textOf("version")} />
        <DraftFields field={fieldsOf(form, names)} words={words} labels={labels} />
      </div>
      <AutosaveNote state={state} labels={props.autosaveLabels} signInHref={props.signInHref} />
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton name="intent" value="save" busyLabel={labels.saving}>
          {labels.save}
        </SubmitButton>
        <SubmitButton name="intent" value="submit" look="primary" busyLabel={labels.saving}>
          {labels.submit}
        </SubmitButton>
        <ButtonLink href={props.backHref} look="quiet">
          {labels.cancel}
        </ButtonLink>
        <span className="text-ink-2 text-xs">{labels.submitHint}</span>
      </div>
    </form>
  );
}

/** A save of its own that runs comes first; the form is then sent over the version that it made. */
function sendAfter(event: FormEvent<HTMLFormElement>, running: Promise<void> | null): void {
  if (!running) return;
  event.preventDefault();
  const form = event.currentTarget;
  const { submitter } = event.nativeEvent as SubmitEvent;
  void running.then(() => form.requestSubmit(submitter));
}

function resultOf(state: FormState<Autosaved>, names: Names): SaveResult {
  if (state?.ok) return { ok: true, ...state.value };
  const refused = state?.refusal.fields[0];
  const message = refused ? `${names[refused.field] ?? refused.field}: ${refused.message}` : state?.refusal.message;
  return { ok: false, code: state?.refusal.code ?? "INTERNAL", message: message ?? "" };
}
