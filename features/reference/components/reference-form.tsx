"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import type { Option } from "@/components/ui/field";
import type { ReferenceField } from "../kinds";
import { ReferenceFieldControl } from "./reference-field";

type Names = Readonly<Record<string, string>>;

export type ReferenceFormProps = {
  action: FormServerAction;
  fields: readonly ReferenceField[];
  /** The choices of each select, by field. */
  options: Readonly<Record<string, readonly Option[]>>;
  initial: Names;
  person: string;
  /** Key of the form, for example `reference:bodies:12`. */
  form: string;
  href: Route;
  backHref: Route;
  names: Names;
  hints: Names;
  notes: FormNoteLabels;
  labels: Readonly<Record<"save" | "saving" | "cancel" | "choose" | "notSet", string>>;
};

const hidden = ["table", "id"] as const;

/** The form of a row of any kind, from the kind's declaration. */
export function ReferenceForm({ fields, options, labels, ...props }: ReferenceFormProps) {
  const { action, initial, person, names, hints, notes } = props;
  const form = useActionForm({ action, initial, person, form: props.form });
  const fieldOf = fieldsOf(form, names, hints);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={props.href} />
      <div key={form.fill} className="grid gap-3.5 sm:grid-cols-2">
        {hidden.map((name) => initial[name] && <input key={name} type="hidden" name={name} value={initial[name]} />)}
        {initial.version && <input type="hidden" name="version" value={form.textOf("version")} />}
        {fields.map((field) => (
          <ReferenceFieldControl
            key={field.name}
            field={field}
            form={form}
            fieldOf={fieldOf}
            options={options[field.name] ?? []}
            labels={labels}
          />
        ))}
      </div>
      <FormFooter labels={labels} backHref={props.backHref} />
    </form>
  );
}
