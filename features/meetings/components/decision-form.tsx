"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  entryId: number;
  /** Key of the form's draft, for example `decide:12:3` or `correct:7`. */
  form: string;
  /** The form's own page; `backHref` is where Cancel leads. */
  href: Route;
  backHref: Route;
  names: Names;
  notes: FormNoteLabels;
  /** Null for a correction, whose meeting cannot change. */
  meetings: readonly Option[] | null;
  /** The agenda items of open meetings. */
  points?: readonly Option[];
  outcomes: readonly Option[];
  verbs: readonly string[];
  labels: Readonly<Record<"verbHint" | "referenceHint" | "save" | "saving" | "cancel" | "choose" | "none", string>>;
};

/**
 * The form of a meeting's decision on an entry: the verb as printed, and its normalised outcome.
 */
export function DecisionForm({ meetings, points = [], outcomes, verbs, labels, ...props }: Props) {
  const { action, initial, person, entryId, names, notes } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        {initial.opened !== undefined && <input type="hidden" name="opened" value={initial.opened} />}
        <input type="hidden" name="version" value={form.textOf("version")} />
        {/* If a meeting closed meanwhile, saving again sends those open now. */}
        {initial.openMeetings !== undefined && (
          <input
            type="hidden"
            name="openMeetings"
            value={form.refusal?.code === "MEETING_CLOSED_SINCE" ? initial.openMeetings : form.textOf("openMeetings")}
          />
        )}
        {initial.decisionId && <input type="hidden" name="decisionId" value={initial.decisionId} />}
        {meetings && <SelectField {...field("meetingId")} placeholder={labels.choose} options={meetings} />}
        {points.length > 0 && <SelectField {...field("agendaItemId")} placeholder={labels.none} options={points} />}
        <div className="grid gap-3.5 sm:grid-cols-2">
          <TextField {...field("verbPrinted")} hint={labels.verbHint} list="verbs" maxLength={120} />
          <SelectField {...field("outcome")} placeholder={labels.choose} options={outcomes} />
          {meetings && <TextField {...field("agendaNo")} maxLength={40} />}
          <TextField {...field("reference")} hint={labels.referenceHint} maxLength={300} />
        </div>
        <datalist id="verbs">
          {verbs.map((verb) => (
            <option key={verb} value={verb} />
          ))}
        </datalist>
        <TextAreaField {...field("textLo")} lang="lo" rows={3} maxLength={5000} />
        <TextAreaField {...field("textEn")} lang="en" rows={3} maxLength={5000} />
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
