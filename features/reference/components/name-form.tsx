"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { DayField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  /** `table`, `id` and `version` of the row. */
  initial: Names;
  person: string;
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  notes: FormNoteLabels;
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** A new name of a row, and the day from which it has it. */
export function NameForm({ labels, ...props }: Props) {
  const { action, initial, person, names, notes } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const field = fieldsOf(form, names);
  // The page has these fields twice: once for a correction, once for a new name.
  const named = (name: string) => ({ ...field(name), id: `new-${name}` });
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={props.href} />
      <div key={form.fill} className="grid gap-3.5 sm:grid-cols-2">
        <input type="hidden" name="table" value={initial.table} />
        <input type="hidden" name="id" value={initial.id} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        <TextField {...named("nameEn")} lang="en" maxLength={300} />
        <TextField {...named("nameLo")} lang="lo" maxLength={300} />
        <DayField {...named("from")} />
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
