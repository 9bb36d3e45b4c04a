"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import type { FormServerAction } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Autosaved } from "@/features/rounds/actions";
import type { FormState } from "@/server/action";
import { type AutosaveLabels, AutosaveNote } from "../autosave/autosave-status";
import { useDraft } from "../autosave/use-draft-form";
import { DraftFields } from "./draft-fields";

export type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  autosave: (state: FormState<Autosaved>, form: FormData) => Promise<FormState<Autosaved>>;
  /** The draft as stored, with its version and that of its entry. */
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

/**
 * Form of a report for a round. It saves automatically; its buttons save or submit it, with or
 * without scripts.
 */
export function DraftForm({ action, autosave, initial, person, names, words, notes, labels, ...props }: Props) {
  const { form, entryVersion, saving, props: formProps } = useDraft({ action, autosave, initial, person, names });
  return (
    <form {...formProps} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="draftId" value={initial.draftId} />
        <input type="hidden" name="entryVersion" value={entryVersion} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        <DraftFields field={fieldsOf(form, names)} words={words} labels={labels} />
      </div>
      <AutosaveNote {...saving} labels={props.autosaveLabels} signInHref={props.signInHref} />
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
