"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { DayField, type Option, SelectField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

export type PlanFormProps = {
  action: FormServerAction;
  initial: Names;
  person: string;
  /** Key of the form, for example `plan:new` or `plan:12`. */
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  notes: FormNoteLabels;
  /** Null when editing; only a new plan has these choices. */
  choices: Readonly<Record<"frameworks" | "periods" | "partners" | "masterplans", readonly Option[]>> | null;
  states: readonly Option[];
  labels: Readonly<
    Record<"plan" | "newPeriod" | "newPeriodHint" | "counts" | "none" | "save" | "saving" | "cancel", string>
  >;
};

/** The form of a work plan with its period and its official counts. */
export function PlanForm(props: PlanFormProps) {
  const { action, initial, person, names, notes, choices, states, labels } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        {initial.planId && <input type="hidden" name="planId" value={initial.planId} />}
        {initial.version && <input type="hidden" name="version" value={form.textOf("version")} />}
        <Card title={labels.plan}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            {choices && <SelectField {...field("framework")} options={choices.frameworks} />}
            {choices && <SelectField {...field("partnerId")} placeholder={labels.none} options={choices.partners} />}
            {choices && <SelectField {...field("periodId")} placeholder={labels.newPeriod} options={choices.periods} />}
            {choices && (
              <SelectField {...field("masterplanId")} placeholder={labels.none} options={choices.masterplans} />
            )}
            <TextField {...field("titleEn")} lang="en" maxLength={200} />
            <TextField {...field("titleLo")} lang="lo" maxLength={200} />
            <SelectField {...field("state")} options={states} />
          </div>
        </Card>
        {choices && (
          <Card title={labels.newPeriod} meta={labels.newPeriodHint}>
            <div className="grid gap-3.5 sm:grid-cols-4">
              <TextField {...field("periodEn")} lang="en" maxLength={60} />
              <TextField {...field("periodLo")} lang="lo" maxLength={60} />
              <DayField {...field("periodStartsOn")} />
              <DayField {...field("periodEndsOn")} />
            </div>
          </Card>
        )}
        <Card title={labels.counts}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <TextField {...field("approvedCount")} inputMode="numeric" />
            <TextField {...field("proposedCount")} inputMode="numeric" />
            <TextField {...field("sourceTitle")} maxLength={300} />
            <TextField {...field("sourcePublisher")} maxLength={200} />
            <DayField {...field("sourcePublishedOn")} />
            <TextField {...field("sourceAddress")} type="url" maxLength={500} />
          </div>
        </Card>
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
