"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Field that names the row. */
  name: string;
  value: number;
  label: string;
  /** Accessible label that names the row, for several buttons in a list. */
  fullLabel?: string;
};

/** An action on one row: a form with a single button, and its refusal. */
export function ActButton({ action, name, value, label, fullLabel }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-col items-start gap-2">
      <input type="hidden" name={name} value={value} />
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button type="submit" aria-label={fullLabel}>
        {label}
      </Button>
    </form>
  );
}
