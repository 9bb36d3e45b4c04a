"use client";

import { useActionState } from "react";
import { type Option, SelectField } from "@/components/ui/field";
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
  labels: LinkLabels & Readonly<Record<"language" | "make" | "making", string>>;
};

/** A new address for one's calendar program, and the address itself after it, this once. */
export function CalendarForm({ action, locale, locales, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-col gap-3.5 py-1.5">
      {state && !state.ok && <FormError title={state.refusal.message} />}
      {state?.ok && <OneTimeLink address={state.value.address} until="" labels={labels} />}
      <SelectField
        name="locale"
        id="calendar-locale"
        label={labels.language}
        options={locales}
        defaultValue={locale}
        className="sm:w-64"
      />
      <SubmitButton look="primary" busyLabel={labels.making} className="w-fit">
        {labels.make}
      </SubmitButton>
    </form>
  );
}
