"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;
type Field = "hours" | "binDays";

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  names: Readonly<Record<Field, string>>;
  bounds: Readonly<Record<Field, { min: number; max: number }>>;
  hints: Readonly<Record<Field, string>>;
  notes: FormNoteLabels;
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** The form that sets how long updates can be corrected and removed things restored. */
export function TakingBackForm({ action, initial, person, names, bounds, hints, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: "taking-back" });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href="/settings" />
      <div key={form.fill} className="flex flex-wrap gap-3.5">
        <input type="hidden" name="version" value={form.textOf("version")} />
        {(["hours", "binDays"] as const).map((name) => (
          <TextField
            key={name}
            {...field(name)}
            {...bounds[name]}
            type="number"
            inputMode="numeric"
            hint={hints[name]}
            className="sm:w-64"
          />
        ))}
      </div>
      <FormFooter labels={labels} backHref="/" />
    </form>
  );
}
