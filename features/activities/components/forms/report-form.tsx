"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { RadioCards } from "@/components/ui/choices";
import { DayField, type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { Glyph } from "@/components/ui/glyphs";
import { StatusGlyph } from "@/components/ui/status-badge";
import { schedules, statuses } from "@/domain/lifecycle";
import type { Queue } from "@/features/activities/queue";

type Names = Readonly<Record<string, string>>;

export type ReportFormProps = {
  action: FormServerAction;
  initial: Names;
  person: string;
  entryId: number;
  /** Set if it corrects this update instead of writing one; its day and meeting stay. */
  corrects?: { updateId: number; isWordsOnly: boolean };
  /** Set if it is one of a row of updates. */
  queue?: Queue;
  names: Names;
  words: { status: Names; schedule: Names };
  notes: FormNoteLabels;
  meetings: readonly Option[];
  labels: { reasonHint: string; progressHint: string; noMeeting: string; save: string; saving: string; cancel: string };
};

/**
 * The form of an update: status, schedule and progress together, with a text in either language.
 */
export function ReportForm({
  action,
  initial,
  person,
  entryId,
  corrects,
  queue,
  names,
  words,
  notes,
  meetings,
  labels,
}: ReportFormProps) {
  const key = corrects ? `update:${corrects.updateId}` : `report:${entryId}`;
  const form = useActionForm({ action, initial, person, form: key });
  const href = `/activities/${entryId}/${corrects ? `updates/${corrects.updateId}` : "report"}`;
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href={href} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        {queue && <input type="hidden" name="queue" value={queue.left.join(",")} />}
        {queue && <input type="hidden" name="of" value={queue.of} />}
        {corrects && <input type="hidden" name="updateId" value={corrects.updateId} />}
        <input type="hidden" name="version" value={form.textOf("version")} />
        {!corrects?.isWordsOnly && (
          <>
            <RadioCards
              {...field("status")}
              cards={statuses.map((value, index) => ({
                value,
                label: words.status[value] ?? value,
                glyph: <StatusGlyph status={value} />,
                shortcut: `Digit${index + 1}`,
              }))}
            />
            <RadioCards
              {...field("schedule")}
              cards={schedules.map((value, index) => ({
                value,
                label: words.schedule[value] ?? value,
                glyph: <Glyph name={value} />,
                shortcut: `Digit${statuses.length + index + 1}`,
              }))}
            />
            <TextAreaField {...field("scheduleReason")} hint={labels.reasonHint} rows={2} maxLength={2000} />
            <div className="flex flex-wrap items-end gap-3.5">
              <TextField
                {...field("progress")}
                hint={labels.progressHint}
                inputMode="numeric"
                suffix="%"
                className="w-56"
              />
              {!corrects && <DayField {...field("reportedOn")} className="w-44" />}
              {!corrects && (
                <SelectField
                  {...field("meetingId")}
                  placeholder={labels.noMeeting}
                  options={meetings}
                  className="min-w-56 flex-1"
                />
              )}
            </div>
          </>
        )}
        <TextAreaField {...field("textLo")} lang="lo" maxLength={5000} />
        <TextAreaField {...field("textEn")} lang="en" maxLength={5000} />
        <TextAreaField {...field("issues")} rows={2} maxLength={5000} />
        <TextAreaField {...field("nextSteps")} rows={2} maxLength={5000} />
        <TextAreaField {...field("decisionSought")} rows={2} maxLength={2000} />
      </div>
      <FormFooter labels={labels} backHref={queue ? "/desk" : (`/activities/${entryId}` as Route)} />
    </form>
  );
}
