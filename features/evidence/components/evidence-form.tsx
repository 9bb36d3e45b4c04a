"use client";

import type { Route } from "next";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { RadioCards } from "@/components/ui/choices";
import { controlClasses, describedBy } from "@/components/ui/control";
import { Field, TextAreaField } from "@/components/ui/field";
import { evidenceExtensions, evidenceKinds } from "@/domain/evidence";

type Names = Readonly<Record<string, string>>;

export type EvidenceFormProps = {
  action: FormServerAction;
  person: string;
  entryId: number;
  kind: string;
  names: Names;
  kinds: Names;
  notes: FormNoteLabels;
  labels: { fileHint: string; noteHint: string; required: string; save: string; saving: string; cancel: string };
};

/** A file with its kind; dropping one on the field works as choosing it does, because the field is the browser's own. */
export function EvidenceForm({ action, person, entryId, kind, names, kinds, notes, labels }: EvidenceFormProps) {
  const form = useActionForm({ action, initial: { kind }, person, form: `evidence:${entryId}` });
  const fileError = form.errorOf("file");
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`/activities/${entryId}/evidence/new`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        <RadioCards
          name="kind"
          label={names.kind ?? ""}
          error={form.errorOf("kind")}
          defaultValue={form.textOf("kind")}
          cards={evidenceKinds.map((value) => ({ value, label: kinds[value] ?? value }))}
          columns={3}
        />
        <Field id="file" label={names.file ?? ""} hint={labels.fileHint} error={fileError} required={labels.required}>
          <input
            type="file"
            id="file"
            name="file"
            required
            accept={evidenceExtensions.map((extension) => `.${extension}`).join(",")}
            {...describedBy("file", labels.fileHint, fileError)}
            className={`${controlClasses} border-dashed py-6 file:mr-3 file:rounded-md file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:py-1 file:font-medium file:text-ink`}
          />
        </Field>
        <TextAreaField
          name="note"
          label={names.note ?? ""}
          hint={labels.noteHint}
          error={form.errorOf("note")}
          defaultValue={form.textOf("note")}
          rows={2}
          maxLength={500}
        />
      </div>
      <FormFooter labels={labels} backHref={`/activities/${entryId}` as Route} />
    </form>
  );
}
