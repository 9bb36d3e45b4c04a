"use client";

import { useActionState } from "react";
import { FormError } from "@/components/ui/form-error";
import { type LinkLabels, OneTimeLink } from "@/components/ui/one-time-link";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";
import type { ShownLink } from "./add-user-form";

type Props = {
  action: (state: FormState<ShownLink>, form: FormData) => Promise<FormState<ShownLink>>;
  userId: number;
  labels: Omit<LinkLabels, "ready"> & { submit: string; busy: string };
};

/** A button that creates a new one-time link, then the link. */
export function RenewLinkForm({ action, userId, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="mt-2 flex flex-col items-start gap-3">
      <input type="hidden" name="userId" value={userId} />
      {state && !state.ok && <FormError title={state.refusal.message} />}
      {state?.ok && (
        <OneTimeLink
          key={state.value.address}
          address={state.value.address}
          until={state.value.until}
          labels={{ ...labels, ready: state.value.ready }}
        />
      )}
      <SubmitButton busyLabel={labels.busy}>{labels.submit}</SubmitButton>
    </form>
  );
}
