"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { CheckField } from "@/components/ui/choices";
import { DayField, type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

export type InstrumentFormProps = {
  action: FormServerAction;
  initial: Names;
  person: string;
  /** Key of the form, for example `instrument:new:3` or `instrument:12`. */
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  notes: FormNoteLabels;
  choices: Readonly<Record<"kinds" | "states" | "precisions", readonly Option[]>>;
  labels: Readonly<Record<"what" | "days" | "content" | "save" | "saving" | "cancel", string>>;
};

/** The form of an instrument. Each day has a precision. */
export function InstrumentForm({ choices, labels, ...props }: InstrumentFormProps) {
  const { action, initial, person, names, notes } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const field = fieldsOf(form, names);
  const { kinds, states, precisions } = choices;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        {initial.partnerId && <input type="hidden" name="partnerId" value={initial.partnerId} />}
        {initial.instrumentId && <input type="hidden" name="instrumentId" value={initial.instrumentId} />}
        {initial.version && <input type="hidden" name="version" value={form.textOf("version")} />}
        <Card title={labels.what}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <SelectField {...field("kind")} options={kinds} />
            <SelectField {...field("state")} options={states} />
            <TextField {...field("nameEn")} lang="en" maxLength={300} />
            <TextField {...field("nameLo")} lang="lo" maxLength={300} />
            <CheckField
              name="loIsTranslation"
              label={names.loIsTranslation}
              defaultChecked={form.textOf("loIsTranslation") === "on"}
              className="sm:col-span-2"
            />
          </div>
        </Card>
        <Card title={labels.days}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <DayField {...field("validFrom")} />
            <SelectField {...field("fromPrecision")} options={precisions} />
            <DayField {...field("validTo")} />
            <SelectField {...field("toPrecision")} options={precisions} />
          </div>
        </Card>
        <Card title={labels.content}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <TextAreaField {...field("noteEn")} lang="en" maxLength={1000} />
            <TextAreaField {...field("noteLo")} lang="lo" maxLength={1000} />
            <TextField {...field("reference")} maxLength={300} className="sm:col-span-2" />
          </div>
        </Card>
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
