"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  names: Names;
  notes: FormNoteLabels;
  labels: Readonly<Record<"hint" | "save" | "saving" | "cancel", string>>;
};

/** The form that sets after how many days without an update an entry counts as silent. */
export function SilenceForm({ action, initial, person, names, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: "silence" });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href="/settings" />
      <div key={form.fill} className="sm:w-64">
        <input type="hidden" name="version" value={form.textOf("version")} />
        <TextField {...field("days")} inputMode="numeric" hint={labels.hint} />
      </div>
      <FormFooter labels={labels} backHref="/" />
    </form>
  );
}
