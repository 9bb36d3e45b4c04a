"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { RadioCards } from "@/components/ui/choices";

type Names = Readonly<Record<string, string>>;

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  names: Names;
  words: { asked: Names };
  notes: FormNoteLabels;
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** Form of the setting whether a draft needs national clearance before it is submitted. */
export function ClearanceForm({ action, initial, person, names, words, notes, labels }: Props) {
  const form = useActionForm({ action, initial, person, form: "clearance" });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href="/settings" />
      <div key={form.fill}>
        <input type="hidden" name="version" value={form.textOf("version")} />
        <RadioCards
          {...field("asked")}
          cards={Object.entries(words.asked).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <FormFooter labels={labels} backHref="/" />
    </form>
  );
}
