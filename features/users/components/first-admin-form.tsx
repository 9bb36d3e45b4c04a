"use client";

import { useActionState } from "react";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  token: string;
  labels: Readonly<Record<"name" | "email" | "submit" | "busy", string>>;
};

/** Name and e-mail address of the first administrator. */
export function FirstAdminForm({ action, token, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const typed = (name: string) => {
    const value = refusal?.values[name];
    return typeof value === "string" ? value : "";
  };
  const errorOf = (name: string) => refusal?.fields.find(({ field }) => field === name)?.message;
  return (
    <form action={formAction} className="flex flex-col gap-4">
      {refusal && <FormError title={refusal.message} />}
      <input type="hidden" name="token" value={token} />
      <TextField
        name="name"
        label={labels.name}
        error={errorOf("name")}
        autoComplete="name"
        maxLength={120}
        defaultValue={typed("name")}
      />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        error={errorOf("email")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed("email")}
      />
      <SubmitButton look="primary" busyLabel={labels.busy} className="min-h-10 w-full">
        {labels.submit}
      </SubmitButton>
    </form>
  );
}
