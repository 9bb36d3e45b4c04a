"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  entryId: number;
  evidenceId: number;
  /** The element that holds the name of the file. */
  nameId: string;
  /** `question` is asked before it is done, where scripts run. */
  labels: { remove: string; question: string };
};

/** Takes one file back: a form with a single button. */
export function RemoveButton({ action, entryId, evidenceId, nameId, labels }: Props) {
  const id = `remove-${evidenceId}`;
  const [state, formAction] = useActionState(action, null);
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        if (!window.confirm(labels.question)) event.preventDefault();
      }}
      className="flex max-w-full flex-col gap-1.5"
    >
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="evidenceId" value={evidenceId} />
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button id={id} type="submit" look="quiet" aria-labelledby={`${id} ${nameId}`} className="self-end">
        {labels.remove}
      </Button>
    </form>
  );
}
