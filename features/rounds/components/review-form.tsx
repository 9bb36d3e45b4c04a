"use client";

import { type ReactNode, useActionState } from "react";
import { CheckField } from "@/components/ui/choices";
import { TextAreaField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { review } from "../actions";

type Props = {
  roundId: number;
  /** `id:version` of each draft; one alone has no check box. */
  drafts: readonly { value: string; label: ReactNode; isTicked: boolean }[];
  /** Of the entry, when the head has both versions of one draft in view. */
  entryVersion?: number;
  /** Left out where nothing can be accepted. */
  accept?: string;
  labels: Readonly<Record<"remark" | "remarkHint" | "return" | "busy", string>>;
};

/** Accepts drafts together, or gives them back with a remark. */
export function ReviewForm({ roundId, drafts, entryVersion, accept, labels }: Props) {
  const [state, formAction] = useActionState(review, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const sent = refusal ? [refusal.values.drafts ?? []].flat() : null;
  const [only] = drafts;
  const remarkError = refusal?.fields.find(({ field }) => field === "remark")?.message;
  return (
    <form action={formAction} className="flex flex-col gap-2.5">
      {refusal && <FormError title={refusal.message} />}
      <input type="hidden" name="roundId" value={roundId} />
      {entryVersion !== undefined && <input type="hidden" name="entryVersion" value={entryVersion} />}
      <div key={refusal?.requestId ?? ""} className="flex flex-col gap-2.5">
        {drafts.length === 1 && entryVersion !== undefined && only ? (
          <input type="hidden" name="drafts" value={only.value} />
        ) : (
          <div className="flex flex-col">
            {drafts.map(({ value, label, isTicked }) => (
              <CheckField
                key={value}
                name="drafts"
                value={value}
                defaultChecked={sent ? sent.includes(value) : isTicked}
                label={label}
              />
            ))}
          </div>
        )}
        <TextAreaField
          name="remark"
          label={labels.remark}
          hint={labels.remarkHint}
          rows={2}
          maxLength={2000}
          defaultValue={String(refusal?.values.remark ?? "")}
          error={remarkError}
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
