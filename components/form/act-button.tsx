"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormResult, FormServerAction } from "./use-action-form";

type Props = {
  action: FormServerAction;
  /** What the form sends beside the press: ids and seen versions. */
  fields: Readonly<Record<string, string | number>>;
  label: string;
  /** What is read out where the label alone would not say of what. */
  spoken?: string;
  look?: "primary" | "danger" | "quiet" | "secondary";
  /** Asked before it is done, where scripts run. */
  question?: string;
};

/** One act: a form with a single button, and why it was refused. */
export function ActButton({ action, fields, label, spoken, look = "secondary", question }: Props) {
  const [state, formAction] = useActionState(
    action as (state: FormResult, form: FormData) => Promise<FormResult>,
    null,
  );
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        if (question && !window.confirm(question)) event.preventDefault();
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button type="submit" look={look} aria-label={spoken}>
        {label}
      </Button>
    </form>
  );
}
