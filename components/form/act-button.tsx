"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormResult, FormServerAction } from "./use-action-form";

type Props = {
  action: FormServerAction;
  /** Hidden fields: ids and seen versions. */
  fields: Readonly<Record<string, string | number>>;
  label: string;
  /** The accessible name, if the label alone does not say what the button acts on. */
  spoken?: string;
  look?: "primary" | "danger" | "quiet" | "secondary";
  /** A question that scripts ask before sending. */
  question?: string;
};

/** A form with a single button, and the reason of a refusal. */
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
