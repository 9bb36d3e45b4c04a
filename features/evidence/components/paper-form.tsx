"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { UploadField } from "@/components/form/upload-field";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { RadioCards } from "@/components/ui/choices";
import { type Option, SelectField, TextAreaField } from "@/components/ui/field";
import { evidenceExtensions, evidenceLimit } from "@/domain/evidence";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  meetingId: number;
  names: Names;
  /** The agenda items. A document may also belong to the meeting as a whole. */
  points: readonly Option[];
  audiences: readonly Option[];
  notes: FormNoteLabels;
  labels: Readonly<
    Record<"ofMeeting" | "fileHint" | "tooLarge" | "noteHint" | "required" | "save" | "saving" | "cancel", string>
  >;
};

/** The form of a meeting document: its agenda item, its audience, and the file. */
export function PaperForm({ action, initial, person, meetingId, names, points, audiences, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: `paper:${meetingId}` });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`/meetings/${meetingId}/papers/new`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="meetingId" value={meetingId} />
        {points.length > 0 && (
          <SelectField {...field("agendaItemId")} placeholder={labels.ofMeeting} options={points} />
        )}
        <RadioCards {...field("audience")} cards={audiences.map(({ value, label }) => ({ value, label }))} />
        <TextAreaField {...field("note")} hint={labels.noteHint} rows={2} maxLength={500} />
        <UploadField
          label={names.file ?? ""}
          hint={labels.fileHint}
          error={form.errorOf("file")}
          required={labels.required}
          extensions={evidenceExtensions}
          limit={evidenceLimit}
          tooLarge={labels.tooLarge}
        />
      </div>
      <FormFooter labels={labels} backHref={`/meetings/${meetingId}` as Route} />
    </form>
  );
}
