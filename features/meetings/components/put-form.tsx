"use client";

import type { Route } from "next";
import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choices";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { putEntries } from "../actions";

type Props = {
  itemId: number;
  entries: readonly { id: number; label: ReactNode; note: string }[];
  labels: Readonly<Record<"submit" | "busy" | "cancel", string>>;
  backHref: Route;
};

/** Chooses entries to add to an agenda item, one or many at once. */
export function PutForm({ itemId, entries, labels, backHref }: Props) {
  const [state, formAction] = useActionState(putEntries, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const chosen = [refusal?.values.entryIds ?? []].flat();
  return (
    <form action={formAction} className="flex flex-col gap-2.5">
      {refusal && <FormError title={refusal.fields[0]?.message ?? refusal.message} />}
      <input type="hidden" name="itemId" value={itemId} />
      <div key={refusal?.requestId ?? ""} className="flex flex-col">
        {entries.map(({ id, label, note }) => (
          <CheckField
            key={id}
            name="entryIds"
            value={String(id)}
            defaultChecked={chosen.includes(String(id))}
            label={label}
            count={note}
          />
        ))}
      </div>
      <div className="flex items-center gap-2">
        <SubmitButton look="primary" busyLabel={labels.busy}>
          {labels.submit}
        </SubmitButton>
        <ButtonLink href={backHref} look="quiet">
          {labels.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
