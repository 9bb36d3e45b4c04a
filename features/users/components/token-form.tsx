"use client";

import { useActionState } from "react";
import { type Option, SelectField, TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { type LinkLabels, OneTimeLink } from "@/components/ui/one-time-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

/** Answer of the action `makeKey`. */
export type ShownToken = { secret: string; until: string };

type Props = {
  action: (state: FormState<ShownToken>, form: FormData) => Promise<FormState<ShownToken>>;
  scopes: readonly Option[];
  days: readonly Option[];
  /** The number of days selected by default. */
  usualDays: string;
  labels: LinkLabels &
    Readonly<Record<"name" | "scope" | "days" | "present" | "presentHint" | "make" | "making", string>>;
};

/** Form for a new key to the API, confirmed with the password; then the key itself, shown once. */
export function TokenForm({ action, scopes, days, usualDays, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const field = (name: "name" | "scope" | "days" | "present", usual = "") => ({
    name,
    label: labels[name],
    error: refusal?.fields.find((item) => item.field === name)?.message,
    defaultValue: typeof refusal?.values[name] === "string" ? refusal.values[name] : usual,
  });
  return (
    <form action={formAction} className="flex flex-col gap-3.5 py-1.5">
      {refusal && <FormError title={refusal.message} />}
      {state?.ok && <OneTimeLink address={state.value.secret} until={state.value.until} labels={labels} />}
      <div key={refusal?.requestId} className="grid gap-3.5 sm:grid-cols-[minmax(0,2fr)_1fr_1fr]">
        <TextField {...field("name")} maxLength={80} autoComplete="off" />
        <SelectField {...field("scope")} options={scopes} />
        <SelectField {...field("days", usualDays)} options={days} />
        <TextField
          {...field("present")}
          type="password"
          hint={labels.presentHint}
          maxLength={1000}
          autoComplete="current-password"
        />
      </div>
      <SubmitButton look="primary" busyLabel={labels.making} className="w-fit">
        {labels.make}
      </SubmitButton>
    </form>
  );
}
