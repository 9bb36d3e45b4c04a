"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { TextAreaField } from "@/components/ui/field";
import { conceptFields } from "@/domain/concept";
import { hasLao } from "@/domain/lao-text";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  entryId: number;
  names: Names;
  notes: FormNoteLabels;
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** A part may be written in either language. Existing text is marked with its language. */
const languageOf = (text: string) => (text ? (hasLao(text) ? "lo" : "en") : undefined);

/** Form of a draft's concept note, one field per part; parts may be empty. */
export function ConceptForm({ action, initial, person, entryId, names, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: `concept:${entryId}` });
  const field = fieldsOf(form, names);
  const href = `/activities/${entryId}` as Route;
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`${href}/concept`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        {conceptFields.map((name) => (
          <TextAreaField key={name} {...field(name)} lang={languageOf(form.textOf(name))} maxLength={5000} />
        ))}
      </div>
      <FormFooter labels={labels} backHref={href} />
    </form>
  );
}
