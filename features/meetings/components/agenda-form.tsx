"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { FormFooter } from "@/components/form/form-footer";
import { type Option, SelectField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import type { FormState } from "@/server/action";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  entryId: number;
  /** The items of all agendas that can still be changed. */
  points: readonly Option[];
  labels: Readonly<Record<"point" | "choose" | "save" | "saving" | "cancel", string>>;
};

/** The form that adds one entry to an agenda item. */
export function AgendaForm({ action, entryId, points, labels }: Props) {
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  return (
    <form action={formAction} className="flex flex-col gap-3.5">
      {refusal && <FormError title={refusal.message} />}
      <input type="hidden" name="entryIds" value={entryId} />
      <SelectField
        key={refusal?.requestId ?? ""}
        name="itemId"
        label={labels.point}
        placeholder={labels.choose}
        options={points}
        defaultValue={String(refusal?.values.itemId ?? "")}
        error={refusal?.fields.find(({ field }) => field === "itemId")?.message}
      />
      <FormFooter labels={labels} backHref={`/activities/${entryId}` as Route} />
    </form>
  );
}
