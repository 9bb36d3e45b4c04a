"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { RadioCards } from "@/components/ui/choices";
import { DayField, type Option, SelectField, TextField } from "@/components/ui/field";

type Names = Readonly<Record<string, string>>;

export type DeadlineFormProps = {
  action: FormServerAction;
  initial: Names;
  person: string;
  /** Key of the form's draft, for example `deadline:new:12` or `deadline:7`. */
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  hints: Names;
  words: { anchor: Names; side: Names };
  notes: FormNoteLabels;
  /**
   * The possible anchors. Empty if the deadline belongs to the meeting of `initial`, which cannot
   * change.
   */
  anchors: readonly string[];
  meetings: readonly Option[];
  labels: Readonly<Record<"save" | "saving" | "cancel" | "choose", string>>;
};

/**
 * The form of a deadline: what is due, and from what its day is counted. Without scripts all fields
 * are shown, and fields of other anchors are ignored.
 */
export function DeadlineForm({ meetings, anchors, words, labels, ...props }: DeadlineFormProps) {
  const { action, initial, person, names, hints, notes } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const field = fieldsOf(form, names, hints);
  const isOfMeeting = anchors.length === 0;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href={props.href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        {(["entryId", "deadlineId"] as const).map(
          (name) => initial[name] && <input key={name} type="hidden" name={name} value={initial[name]} />,
        )}
        {initial.version && <input type="hidden" name="version" value={form.textOf("version")} />}
        <TextField {...field("titleLo")} lang="lo" maxLength={200} />
        <TextField {...field("titleEn")} lang="en" maxLength={200} />
        {isOfMeeting ? (
          <input type="hidden" name="anchor" value="meeting" />
        ) : (
          <RadioCards
            {...field("anchor")}
            cards={anchors.map((value) => ({ value, label: words.anchor[value] ?? value }))}
            columns={3}
          />
        )}
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          {!isOfMeeting && <DayField {...field("fixedOn")} />}
          {isOfMeeting ? (
            <input type="hidden" name="meetingId" value={initial.meetingId} />
          ) : (
            <SelectField {...field("meetingId")} placeholder={labels.choose} options={meetings} />
          )}
          <TextField {...field("days")} inputMode="numeric" maxLength={4} />
          <SelectField
            {...field("side")}
            options={["before", "after"].map((value) => ({ value, label: words.side[value] ?? value }))}
          />
        </div>
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
