"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { DayField, type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;
type Choices = Readonly<Record<"meetings" | "outcomes" | "states" | "kinds" | "counted", readonly Option[]>>;

export type DecidedFormProps = {
  action: FormServerAction;
  planId: number;
  person: string;
  initial: Names;
  names: Names;
  choices: Choices;
  verbs: readonly string[];
  notes: FormNoteLabels;
  labels: Readonly<Record<"titlesHint" | "verbHint" | "noState" | "choose" | "save" | "saving" | "cancel", string>>;
};

/** The form for activities on which a meeting has decided already: titles, and the one decision. */
export function DecidedForm(props: DecidedFormProps) {
  const { action, planId, person, initial, names, choices, verbs, notes, labels } = props;
  const form = useActionForm({ action, initial, person, form: `decided:${planId}` });
  const field = fieldsOf(form, names);
  const href = `/plans/${planId}` as Route;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`${href}/decided`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="planId" value={planId} />
        <TextAreaField {...field("titles")} hint={labels.titlesHint} rows={8} maxLength={40_000} />
        <SelectField {...field("meetingId")} placeholder={labels.choose} options={choices.meetings} />
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TextField {...field("verbPrinted")} hint={labels.verbHint} list="decided-verbs" maxLength={200} />
          <datalist id="decided-verbs">
            {verbs.map((verb) => (
              <option key={verb} value={verb} />
            ))}
          </datalist>
          <SelectField {...field("outcome")} options={choices.outcomes} />
          <TextField {...field("reference")} maxLength={200} />
          <SelectField {...field("proponentStateId")} placeholder={labels.noState} options={choices.states} />
          <TextField {...field("sourceTitle")} maxLength={300} />
          <DayField {...field("sourceOn")} />
          <SelectField {...field("kind")} options={choices.kinds} />
          <SelectField {...field("counted")} options={choices.counted} />
        </div>
      </div>
      <FormFooter labels={labels} backHref={href} />
    </form>
  );
}
