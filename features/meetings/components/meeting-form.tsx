"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { Card } from "@/components/ui/card";
import { DayField, type Option, SelectField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

export type MeetingFormProps = {
  action: FormServerAction;
  initial: Names;
  person: string;
  /** Key of the form, for example `meeting:new` or `meeting:12`. */
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  notes: FormNoteLabels;
  /** Bodies and partners only for a new meeting; they cannot change afterwards. */
  choices: Readonly<Record<"cycles" | "states" | "precisions", readonly Option[]>> &
    Readonly<Partial<Record<"bodies" | "partners", readonly Option[]>>>;
  labels: Readonly<
    Record<"meeting" | "days" | "lastOnHint" | "people" | "none" | "choose" | "save" | "saving" | "cancel", string>
  >;
};

/**
 * The form of a meeting: days with their precision, place, host and chair. Host and chair are
 * different.
 */
export function MeetingForm({ choices, labels, ...props }: MeetingFormProps) {
  const { action, initial, person, names, notes } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const field = fieldsOf(form, names, { lastOn: labels.lastOnHint });
  const { bodies, partners, cycles, states, precisions } = choices;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        {initial.meetingId && <input type="hidden" name="meetingId" value={initial.meetingId} />}
        {initial.version && <input type="hidden" name="version" value={form.textOf("version")} />}
        <Card title={labels.meeting}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            {bodies && <SelectField {...field("bodyId")} placeholder={labels.choose} options={bodies} />}
            {partners && <SelectField {...field("partnerId")} placeholder={labels.none} options={partners} />}
            <TextField {...field("ordinal")} inputMode="numeric" maxLength={3} />
            <SelectField {...field("cycleId")} placeholder={labels.none} options={cycles} />
            <TextField {...field("titleEn")} lang="en" maxLength={200} />
            <TextField {...field("titleLo")} lang="lo" maxLength={200} />
          </div>
        </Card>
        <Card title={labels.days}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <DayField {...field("firstOn")} />
            <SelectField {...field("firstPrecision")} options={precisions} />
            <DayField {...field("lastOn")} />
            <SelectField {...field("lastPrecision")} options={precisions} />
          </div>
        </Card>
        <Card title={labels.people}>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <TextField {...field("placeEn")} lang="en" maxLength={200} />
            <TextField {...field("placeLo")} lang="lo" maxLength={200} />
            <SelectField {...field("hostStateId")} placeholder={labels.none} options={states} />
            <SelectField {...field("chairStateId")} placeholder={labels.none} options={states} />
            <TextField {...field("chairName")} maxLength={120} />
            <TextField {...field("themeEn")} lang="en" maxLength={300} />
            <TextField {...field("themeLo")} lang="lo" maxLength={300} />
          </div>
        </Card>
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
