"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  action: Action;
  entryId: number;
  version: number;
  label: string;
  look: "primary" | "danger";
  /** Asked before it is done, where scripts run. */
  question?: string;
};

/** One act on a draft: a form with a single button. */
export function DraftButton({ action, entryId, version, label, look, question }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        if (question && !window.confirm(question)) event.preventDefault();
      }}
    >
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="version" value={version} />
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button type="submit" look={look}>
        {label}
      </Button>
    </form>
  );
}
