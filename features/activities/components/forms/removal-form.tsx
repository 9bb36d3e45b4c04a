"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { TextAreaField, TextField } from "@/components/ui/field";

type Props = {
  action: FormServerAction;
  entryId: number;
  version: number;
  person: string;
  /** True if it asks for the activity into which it is merged. */
  isMerge: boolean;
  names: Readonly<Record<"reason" | "into", string>>;
  notes: FormNoteLabels;
  labels: Readonly<Record<"reasonHint" | "save" | "saving" | "cancel", string>>;
};

/** The form that removes a proposal, or merges it into another one, and asks why. */
export function RemovalForm({ action, entryId, version, person, isMerge, names, notes, labels }: Props) {
  const key = `${isMerge ? "merge" : "remove"}:${entryId}`;
  const form = useActionForm({ action, initial: { version: String(version) }, person, form: key });
  const field = fieldsOf(form, names);
  const href = `/activities/${entryId}` as Route;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`${href}/remove`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        {isMerge && <TextField {...field("into")} maxLength={20} className="w-44" />}
        <TextAreaField {...field("reason")} hint={labels.reasonHint} rows={2} maxLength={500} />
      </div>
      <FormFooter labels={labels} backHref={href} />
    </form>
  );
}
