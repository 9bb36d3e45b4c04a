"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { addItem } from "../actions";

type Props = {
  meetingId: number;
  labels: Readonly<Record<"title" | "no" | "titleEn" | "titleLo" | "submit" | "busy", string>>;
};

/** The form that adds an agenda item. */
export function NewItem({ meetingId, labels }: Props) {
  const [state, formAction] = useActionState(addItem, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const field = (name: "no" | "titleEn" | "titleLo") => ({
    name,
    id: `item-${name}`,
    label: labels[name],
    defaultValue: String(refusal?.values[name] ?? ""),
    error: refusal?.fields.find((refused) => refused.field === name)?.message,
  });
  return (
    <form action={formAction} className="mt-2.5 flex flex-col gap-2.5 border-line border-t pt-2.5">
      <h3 className="font-medium text-sm">{labels.title}</h3>
      {refusal && <FormError title={refusal.message} />}
      <input type="hidden" name="meetingId" value={meetingId} />
      <div key={refusal?.requestId ?? ""} className="grid gap-2.5 sm:grid-cols-[8rem_1fr_1fr]">
        <TextField {...field("no")} maxLength={20} />
        <TextField {...field("titleLo")} lang="lo" maxLength={300} />
        <TextField {...field("titleEn")} lang="en" maxLength={300} />
      </div>
      <span>
        <SubmitButton busyLabel={labels.busy}>{labels.submit}</SubmitButton>
      </span>
    </form>
  );
}
