"use client";

import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { type Option, SelectField, TextField } from "@/components/ui/field";
import { type Names, RightsFields } from "./rights-fields";

type Props = {
  action: FormServerAction;
  initial: Names;
  person: string;
  userId: number;
  /** True for one's own account, whose rights cannot be changed and are sent unchanged. */
  isSelf: boolean;
  names: Names;
  hints: Names;
  words: Readonly<Record<"role" | "access" | "state", Names>>;
  notes: FormNoteLabels;
  roles: readonly Option[];
  states: readonly Option[];
  access: readonly Option[];
  labels: Readonly<Record<"noState" | "save" | "saving" | "cancel", string>>;
};

/** Form of a person's name and rights. */
export function ChangeUserForm(props: Props) {
  const { action, initial, person, userId, isSelf, names, hints, words, notes, roles, states, access, labels } = props;
  const form = useActionForm({ action, initial, person, form: `user:${userId}` });
  const field = fieldsOf(form, names, hints);
  return (
    <form {...form.props} className="flex flex-col gap-3.5 py-1.5">
      <FormNotes form={form} labels={notes} names={names} words={words} href={`/admin/users/${userId}`} />
      <div key={form.fill} className="grid gap-3.5 sm:grid-cols-2">
        <input type="hidden" name="userId" value={userId} />
        <input type="hidden" name="version" value={form.textOf("version")} />
        <TextField {...field("name")} maxLength={120} autoComplete="off" className="sm:col-span-2" />
        {isSelf ? (
          ["role", "state", "access"].map((name) => (
            <input key={name} type="hidden" name={name} value={form.textOf(name)} />
          ))
        ) : (
          <>
            <RightsFields field={field} roles={roles} states={states} noState={labels.noState} />
            <SelectField {...field("access")} options={access} />
          </>
        )}
      </div>
      <FormFooter labels={labels} backHref="/admin/users" />
    </form>
  );
}
