"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { useActionForm } from "@/components/form/use-action-form";
import { CheckField } from "@/components/ui/choices";
import { DayField, FieldError, TextAreaField } from "@/components/ui/field";
import { open } from "@/features/rounds/actions";

type Names = Readonly<Record<string, string>>;

type Props = {
  initial: Names;
  person: string;
  href: Route;
  names: Names;
  notes: FormNoteLabels;
  plans: readonly { id: number; label: ReactNode; count: string }[];
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** Due date and plans of a new round. */
export function NewRoundForm({ initial, person, href, names, notes, plans, labels }: Props) {
  const form = useActionForm({ action: open, initial, person, form: `round:new:${initial.meetingId}` });
  const field = fieldsOf(form, names);
  const error = form.errorOf("planIds");
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="meetingId" value={initial.meetingId} />
        <fieldset id="planIds" className="flex flex-col gap-1">
          <legend className="mb-1 font-medium text-sm">{names.planIds}</legend>
          {plans.map(({ id, label, count }) => (
            <CheckField
              key={id}
              name="planIds"
              value={String(id)}
              defaultChecked={form.listOf("planIds").includes(String(id))}
              label={label}
              count={count}
            />
          ))}
          {error && <FieldError id="planIds-error">{error}</FieldError>}
        </fieldset>
        <DayField {...field("dueOn")} className="w-44" />
        <TextAreaField {...field("note")} rows={2} maxLength={2000} />
      </div>
      <FormFooter labels={labels} backHref="/rounds" />
    </form>
  );
}
