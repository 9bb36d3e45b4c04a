"use client";

import type { Route } from "next";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { UploadField } from "@/components/form/upload-field";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { RadioCards } from "@/components/ui/choices";
import { TextAreaField } from "@/components/ui/field";
import { evidenceExtensions, evidenceKinds, evidenceLimit } from "@/domain/evidence";

type Names = Readonly<Record<string, string>>;

export type EvidenceFormProps = {
  action: FormServerAction;
  person: string;
  entryId: number;
  kind: string;
  names: Names;
  kinds: Names;
  notes: FormNoteLabels;
  labels: Readonly<Record<"fileHint" | "tooLarge" | "noteHint" | "required" | "save" | "saving" | "cancel", string>>;
};

/** The form that attaches a file to an entry and states its kind. */
export function EvidenceForm({ action, person, entryId, kind, names, kinds, notes, labels }: EvidenceFormProps) {
  const form = useActionForm({ action, initial: { kind }, person, form: `evidence:${entryId}` });
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
        <TextAreaField
          name="note"
          label={names.note ?? ""}
          hint={labels.noteHint}
          error={form.errorOf("note")}
          defaultValue={form.textOf("note")}
          rows={2}
          maxLength={500}
        />
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
      <FormFooter labels={labels} backHref={`/activities/${entryId}` as Route} />
    </form>
  );
}
