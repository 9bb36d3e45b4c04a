"use client";

import { useActionState } from "react";
import { CheckField } from "@/components/ui/choices";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: Readonly<Record<"confirm" | "submit" | "busy", string>>;
};

/** Removes the sample register once the check box is ticked. */
export function RemoveSampleForm({ action, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-col items-start gap-2">
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <CheckField name="confirmed" required label={labels.confirm} />
      <SubmitButton look="danger" busyLabel={labels.busy}>
        {labels.submit}
      </SubmitButton>
    </form>
  );
}
