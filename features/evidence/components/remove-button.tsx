"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form sends: the ids of the file and of what it belongs to. */
  fields: Readonly<Record<string, number>>;
  id: string;
  /** Id of the element that contains the name of the file. */
  nameId: string;
  /** `question` asks for confirmation; only where scripts run. */
  labels: { remove: string; question: string };
};

/** A form with a single button that removes one file. */
export function RemoveButton({ action, fields, id, nameId, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        if (!window.confirm(labels.question)) event.preventDefault();
      }}
      className="flex max-w-full flex-col gap-1.5"
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button id={id} type="submit" look="quiet" aria-labelledby={`${id} ${nameId}`} className="self-end">
        {labels.remove}
      </Button>
    </form>
  );
}
