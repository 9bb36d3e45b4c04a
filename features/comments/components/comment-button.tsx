"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  fields: Readonly<Record<string, string>>;
  label: string;
  /** The button's own id, and that of the element that says to what it is done. */
  id?: string;
  aboutId?: string;
  look?: "quiet" | "secondary";
  /** Asked before it is done, where scripts run. */
  question?: string;
};

/** One act on a comment: a form with a single button. */
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
