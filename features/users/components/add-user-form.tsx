"use client";

import type { Route } from "next";
import { useEffect } from "react";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Option, TextField } from "@/components/ui/field";
import { OneTimeLink } from "@/components/ui/one-time-link";
import { type Names, RightsFields } from "./rights-fields";

/** Answer of the action `add`. Its texts are already in the reader's language. */
export type ShownLink = { userId: number; address: string; ready: string; until: string };

type Props = {
  action: FormServerAction;
  person: string;
  names: Names;
  hints: Names;
  notes: FormNoteLabels;
  roles: readonly Option[];
  states: readonly Option[];
  labels: Readonly<
    Record<"title" | "once" | "label" | "copy" | "copied" | "toUser" | "another" | "noState", string> &
      Record<"save" | "saving" | "cancel", string>
  >;
};

/** Form for a new person, then the link with which they set their password. */
export function AddUserForm({ action, person, names, hints, notes, roles, states, labels }: Props) {
  const form = useActionForm({ action, initial: { role: "officer" }, person, form: "user:new" });
  const link = form.result as ShownLink | null;
  const { forgetDraft } = form;
  useEffect(() => {
    if (link) forgetDraft();
  }, [link, forgetDraft]);
  if (link) {
    return (
      <div className="flex flex-col gap-3.5">
        <OneTimeLink address={link.address} until={link.until} labels={{ ...labels, ready: link.ready }} />
        <p className="flex flex-wrap gap-2">
          <ButtonLink href={`/admin/users/${link.userId}` as Route}>{labels.toUser}</ButtonLink>
          <ButtonLink href="/admin/users/new" plain>
            {labels.another}
          </ButtonLink>
        </p>
      </div>
    );
  }
  const field = fieldsOf(form, names, hints);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href="/admin/users/new" />
      <Card>
        <div key={form.fill} className="grid gap-3.5 py-1.5 sm:grid-cols-2">
          <TextField {...field("name")} maxLength={120} autoComplete="off" />
          <TextField {...field("email")} type="email" maxLength={254} autoComplete="off" autoCapitalize="none" />
          <RightsFields field={field} roles={roles} states={states} noState={labels.noState} />
        </div>
      </Card>
      <FormFooter labels={labels} backHref="/admin/users" />
    </form>
  );
}
