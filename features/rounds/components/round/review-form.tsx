"use client";

import { type ReactNode, useActionState, useEffect, useState } from "react";
import { CheckField } from "@/components/ui/choices";
import { FieldError, TextAreaField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { review } from "@/features/rounds/actions";
import { isSelected } from "./is-selected";
import { readReports } from "./read-reports";

type Props = {
  roundId: number;
  /** Whose read reports are ticked. */
  person: string;
  /** `id:version` of each draft. A single draft has no check box. */
  drafts: readonly { value: string; label: ReactNode; isPossible: boolean }[];
  /** Version of the entry if the head sees both versions of a single draft. */
  entryVersion?: number;
  /** Absent if nothing can be accepted. */
  accept?: string;
  labels: Readonly<Record<"drafts" | "remark" | "remarkHint" | "return" | "busy", string>>;
};

/** Accepts drafts together, or returns them with a remark. */
export function ReviewForm({ roundId, person, drafts, entryVersion, accept, labels }: Props) {
  const [state, formAction] = useActionState(review, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const [read, setRead] = useState<readonly string[]>([]);
  useEffect(() => setRead(readReports(person)), [person]);
  const [only] = drafts;
  const errorAt = (name: string) => refusal?.fields.find(({ field }) => field === name)?.message;
  const named = (["drafts", "remark"] as const).flatMap((id) => {
    const message = errorAt(id);
    return message ? [{ id, text: `${labels[id]}: ${message}` }] : [];
  });
  return (
    <form action={formAction} className="flex flex-col gap-2.5">
      {refusal && <FormError title={refusal.message} fields={named} />}
      <input type="hidden" name="roundId" value={roundId} />
      {entryVersion !== undefined && <input type="hidden" name="entryVersion" value={entryVersion} />}
      <div key={refusal?.requestId ?? read.length} className="flex flex-col gap-2.5">
        {drafts.length === 1 && entryVersion !== undefined && only ? (
          <input type="hidden" name="drafts" value={only.value} />
        ) : (
          <div id="drafts" className="flex flex-col">
            {drafts.map(({ value, label, isPossible }) => (
              <CheckField
                key={value}
                name="drafts"
                value={value}
                defaultChecked={isSelected({ value, isPossible }, refusal?.values ?? null, read)}
                label={label}
              />
            ))}
            {errorAt("drafts") && <FieldError id="drafts-error">{errorAt("drafts")}</FieldError>}
          </div>
        )}
        <TextAreaField
          name="remark"
          label={labels.remark}
          hint={labels.remarkHint}
          rows={2}
          maxLength={2000}
          defaultValue={String(refusal?.values.remark ?? "")}
          error={errorAt("remark")}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {accept && (
          <SubmitButton name="intent" value="accept" look="primary" busyLabel={labels.busy}>
            {accept}
          </SubmitButton>
        )}
        <SubmitButton name="intent" value="return" busyLabel={labels.busy}>
          {labels.return}
        </SubmitButton>
      </div>
    </form>
  );
}
