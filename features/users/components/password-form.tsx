"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  email: string;
  labels: Readonly<Record<"email" | "present" | "password" | "hint" | "repeat" | "submit" | "busy", string>>;
};

/**
 * The current password, and the new one twice. The e-mail field is for password managers. Nothing
 * typed here is stored on the device.
 */
export function PasswordForm({ action, email, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const secret = (name: "present" | "password" | "repeat") => ({
    name,
    type: "password",
    label: labels[name],
    error: refusal?.fields.find((item) => item.field === name)?.message,
    maxLength: 1000,
    autoComplete: name === "present" ? "current-password" : "new-password",
  });
  return (
    <form action={formAction} className="flex max-w-sm flex-col gap-3.5 py-1.5">
      {refusal && <FormError title={refusal.message} />}
      <input type="email" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField {...secret("present")} />
      <TextField {...secret("password")} hint={labels.hint} />
      <TextField {...secret("repeat")} />
      <SubmitButton look="primary" busyLabel={labels.busy} className="w-fit">
        {labels.submit}
      </SubmitButton>
    </form>
  );
}
