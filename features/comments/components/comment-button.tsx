"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  fields: Readonly<Record<string, string>>;
  label: string;
  /** Id of the button, and of the element that describes what it acts on. */
  id?: string;
  aboutId?: string;
  look?: "quiet" | "secondary";
  /** Asked for confirmation before the form is sent; only where scripts run. */
  question?: string;
};

/** A form with a single button that acts on a comment. */
export function CommentButton({ action, fields, label, id, aboutId, look = "quiet", question }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        if (question && !window.confirm(question)) event.preventDefault();
      }}
    >
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button id={id} type="submit" look={look} aria-labelledby={id && aboutId ? `${id} ${aboutId}` : undefined}>
        {label}
      </Button>
    </form>
  );
}
