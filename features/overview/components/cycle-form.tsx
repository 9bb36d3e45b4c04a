"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { type Option, SelectField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  names: Names;
  cycles: readonly Option[];
  notes: FormNoteLabels;
  labels: Readonly<Record<"none" | "save" | "saving" | "cancel", string>>;
};

/** The form that sets the cycle being implemented and the one in preparation. */
export function CycleForm({ action, initial, person, names, cycles, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: "current-cycle" });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href="/settings" />
      <div key={form.fill} className="grid gap-3.5 sm:grid-cols-2">
        <input type="hidden" name="version" value={form.textOf("version")} />
        <SelectField {...field("current")} options={cycles} />
        <SelectField {...field("preparing")} options={cycles} placeholder={labels.none} />
      </div>
      <FormFooter labels={labels} backHref="/" />
    </form>
  );
}
