"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { type Option, SelectField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  names: Names;
  hints: Names;
  months: readonly Option[];
  notes: FormNoteLabels;
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** The form of the rules of funds and of completion. */
export function RulesForm({ action, initial, person, names, hints, months, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: "deadline-rules" });
  const field = fieldsOf(form, names, hints);
  const number = (name: "disbursedPercent" | "financialReportDays" | "completionReportDays") => (
    <TextField {...field(name)} inputMode="numeric" />
  );
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href="/settings" />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="version" value={form.textOf("version")} />
        <TextField {...field("funds")} maxLength={300} />
        <div className="grid items-end gap-3.5 sm:grid-cols-2">
          {number("disbursedPercent")}
          <SelectField {...field("disbursedMonth")} options={months} />
          {number("financialReportDays")}
          {number("completionReportDays")}
        </div>
      </div>
      <FormFooter labels={labels} backHref="/" />
    </form>
  );
}
