"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { statuses } from "@/domain/lifecycle";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  entryId: number;
  stateCode: string;
  /** False if the entry is not approved, because it then has no status. */
  hasStatus: boolean;
  names: Names;
  words: { status: Names };
  notes: FormNoteLabels;
  labels: Readonly<Record<"noStatus" | "save" | "saving" | "cancel", string>>;
};

/** The form in which a member state reports on its share of an entry. */
export function StateForm(props: Props) {
  const { action, initial, person, entryId, stateCode, hasStatus, names, words, notes, labels } = props;
  const form = useActionForm({ action, initial, person, form: `state:${entryId}:${stateCode}` });
  const field = fieldsOf(form, names);
  const href = `/activities/${entryId}` as Route;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href={`${href}/states/${stateCode}`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        <input type="hidden" name="memberStateId" value={initial.memberStateId} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        {hasStatus && (
          <SelectField
            {...field("status")}
            placeholder={labels.noStatus}
            options={statuses.map((value) => ({ value, label: words.status[value] ?? value }))}
          />
        )}
        <TextAreaField {...field("note")} maxLength={5000} />
        <TextField {...field("focalPoint")} maxLength={200} />
      </div>
      <FormFooter labels={labels} backHref={href} />
    </form>
  );
}
