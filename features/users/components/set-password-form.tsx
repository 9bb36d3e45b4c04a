"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  token: string;
  email: string;
  labels: Readonly<Record<"email" | "password" | "hint" | "repeat" | "submit" | "busy", string>>;
};

/**
 * A new password, twice. The e-mail field is for password managers. Works as a plain form without
 * scripts.
 */
export function SetPasswordForm({ action, token, email, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const errorOf = (name: string) => refusal?.fields.find((item) => item.field === name)?.message;
  return (
    <form action={formAction} className="flex flex-col gap-4">
      {refusal && <FormError title={refusal.message} />}
      <input type="hidden" name="token" value={token} />
      <TextField name="email" type="email" label={labels.email} autoComplete="username" defaultValue={email} readOnly />
      <TextField
        name="password"
        type="password"
        label={labels.password}
        hint={labels.hint}
        error={errorOf("password")}
        autoComplete="new-password"
        maxLength={1000}
      />
      <TextField
        name="repeat"
        type="password"
        label={labels.repeat}
        error={errorOf("repeat")}
        autoComplete="new-password"
        maxLength={1000}
      />
      <SubmitButton look="primary" busyLabel={labels.busy} large className="w-full">
        {labels.submit}
      </SubmitButton>
    </form>
  );
}
