"use client";

import type { Route } from "next";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { type Option, SelectField, TextAreaField } from "@/components/ui/field";

type Props = {
  action: FormServerAction;
  person: string;
  /** Key of the form, for example `close:12` or `reopen:12`. */
  form: string;
  planId: number;
  version: number;
  href: Route;
  backHref: Route;
  notes: FormNoteLabels;
  /** Only for reopening: the reason and the new state. */
  reopening?: { names: Readonly<Record<"reason" | "state", string>>; states: readonly Option[]; required: string };
  labels: Readonly<Record<"save" | "saving" | "cancel", string>>;
};

/** Closes a plan, or reopens it with a reason. The version is the one that this page shows. */
export function PlanActForm({ action, person, form: name, planId, version, ...rest }: Props) {
  const { href, backHref, notes, reopening, labels } = rest;
  const form = useActionForm({ action, initial: { state: "approved" }, person, form: name });
  const field = fieldsOf(form, reopening?.names ?? {});
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={reopening?.names ?? {}} href={href} />
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="version" value={version} />
      {reopening && (
        <div key={form.fill} className="flex flex-col gap-3.5">
          <TextAreaField {...field("reason")} required={reopening.required} rows={3} maxLength={2000} />
          <SelectField {...field("state")} options={reopening.states} />
        </div>
      )}
      <FormFooter labels={labels} backHref={backHref} />
    </form>
  );
}
