"use client";

import { useActionState } from "react";
import { type Option, SelectField, TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { type LinkLabels, OneTimeLink } from "@/components/ui/one-time-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

/** The answer of the action `makeCalendar`. */
export type ShownCalendar = { address: string };

type Props = {
  action: (state: FormState<ShownCalendar>, form: FormData) => Promise<FormState<ShownCalendar>>;
  locale: string;
  locales: readonly Option[];
  labels: LinkLabels & Readonly<Record<"language" | "present" | "presentHint" | "make" | "making", string>>;
};

/**
 * Creates a calendar address after the person confirms their password, and then shows the address
 * once.
 */
export function CalendarForm({ action, locale, locales, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  return (
    <form action={formAction} className="flex flex-col gap-3.5 py-1.5">
      {refusal && <FormError title={refusal.message} />}
      {state?.ok && <OneTimeLink address={state.value.address} until="" labels={labels} />}
      <div key={refusal?.requestId} className="grid gap-3.5 sm:grid-cols-2">
        <SelectField
          name="locale"
          id="calendar-locale"
          label={labels.language}
          options={locales}
          defaultValue={typeof refusal?.values.locale === "string" ? refusal.values.locale : locale}
        />
        <TextField
          name="present"
          id="calendar-present"
          type="password"
          label={labels.present}
          hint={labels.presentHint}
          error={refusal?.fields.find(({ field }) => field === "present")?.message}
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
