"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

export type SignInLabels = { email: string; password: string; signIn: string; busy: string; required: string };

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  next: string;
  labels: SignInLabels;
};

/**
 * E-mail and password. Pasting and password managers work. Works as a plain form without scripts.
 */
export function SignInForm({ action, next, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  return (
    <form action={formAction} className="flex flex-col gap-4">
      {refusal && <FormError title={refusal.message} />}
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="ofPage" value="1" />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required={labels.required}
        defaultValue={typeof refusal?.values.email === "string" ? refusal.values.email : ""}
      />
      <TextField
        name="password"
        type="password"
        label={labels.password}
        autoComplete="current-password"
        required={labels.required}
      />
      <SubmitButton look="primary" busyLabel={labels.busy} className="min-h-10 w-full">
        {labels.signIn}
      </SubmitButton>
    </form>
  );
}
