"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  labels: Readonly<Record<"email" | "submit" | "busy", string>>;
};

/** E-mail address to which a link is sent. */
export function ForgottenForm({ action, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  return (
    <form action={formAction} className="flex flex-col gap-4">
      {refusal && <FormError title={refusal.message} />}
      <TextField
        name="email"
        type="email"
        label={labels.email}
        error={refusal?.fields.find(({ field }) => field === "email")?.message}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typeof refusal?.values.email === "string" ? refusal.values.email : ""}
      />
      <SubmitButton look="primary" busyLabel={labels.busy} className="min-h-10 w-full">
        {labels.submit}
      </SubmitButton>
    </form>
  );
}
