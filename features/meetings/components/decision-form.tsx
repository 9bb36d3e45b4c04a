"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  entryId: number;
  names: Names;
  notes: FormNoteLabels;
  meetings: readonly Option[];
  outcomes: readonly Option[];
  verbs: readonly string[];
  labels: Readonly<Record<"verbHint" | "referenceHint" | "save" | "saving" | "cancel" | "choose", string>>;
};

/** One decision of one meeting on one entry: the verb as printed, and what it amounts to. */
export function DecisionForm({
  action,
  initial,
  person,
  entryId,
  names,
  notes,
  meetings,
  outcomes,
  verbs,
  labels,
}: Props) {
  const form = useActionForm({ action, initial, person, form: `decide:${entryId}` });
  const field = fieldsOf(form, names);
  const href = `/activities/${entryId}` as Route;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`${href}/decide`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        <SelectField {...field("meetingId")} placeholder={labels.choose} options={meetings} />
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TextField {...field("verbPrinted")} hint={labels.verbHint} list="verbs" maxLength={120} />
          <SelectField {...field("outcome")} placeholder={labels.choose} options={outcomes} />
          <TextField {...field("agendaNo")} maxLength={40} />
          <TextField {...field("reference")} hint={labels.referenceHint} maxLength={300} />
        </div>
        <datalist id="verbs">
          {verbs.map((verb) => (
            <option key={verb} value={verb} />
          ))}
        </datalist>
        <TextAreaField {...field("textLo")} lang="lo" rows={3} maxLength={5000} />
        <TextAreaField {...field("textEn")} lang="en" rows={3} maxLength={5000} />
      </div>
      <FormFooter labels={labels} backHref={href} />
    </form>
  );
}
