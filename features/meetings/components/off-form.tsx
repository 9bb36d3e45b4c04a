"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { TextAreaField } from "@/components/ui/field";

type Props = {
  action: FormServerAction;
  person: string;
  /** Key of the form: `meeting-off:12`. */
  form: string;
  meetingId: number;
  version: number;
  href: Route;
  backHref: Route;
  notes: FormNoteLabels;
  names: Readonly<Record<"reason", string>>;
  required: string;
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** Why a meeting is postponed or cancelled. The version is the one that this page shows. */
export function OffForm({ action, person, form: name, meetingId, version, ...rest }: Props) {
  const { href, backHref, notes, names, required, labels } = rest;
  const form = useActionForm({ action, initial: {}, person, form: name });
  const field = fieldsOf(form, names);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={href} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="version" value={version} />
      <div key={form.fill}>
        <TextAreaField {...field("reason")} required={required} rows={3} maxLength={2000} />
      </div>
      <FormFooter labels={labels} backHref={backHref} />
    </form>
  );
}
