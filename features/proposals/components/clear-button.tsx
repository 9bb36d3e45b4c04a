"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  entryId: number;
  version: number;
  label: string;
};

/** Records the national clearance of the draft: a form with a single button. */
export function ClearButton({ action, entryId, version, label }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-col items-start gap-2">
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="version" value={version} />
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button type="submit">{label}</Button>
    </form>
  );
}
