"use client";

import { useActionState, useEffect } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/server/action";
import type { TableLabels } from "./table-labels";

/** What the last change did, and the act that Undo takes back. */
export type Result = { message: string; act: number | null } | null;

export type UndoAction = (state: FormState<string>, form: FormData) => Promise<FormState<string>>;

type Props = {
  result: Result;
  labels: TableLabels;
  undo: UndoAction;
  onUndone: (message: string) => void;
};

/** Says what was done, with Undo for as long as nothing else has happened to the rows. */
export function ResultLine({ result, labels, undo, onUndone }: Props) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 px-3.5 py-1.5 text-sm empty:hidden">
      {result?.message && <span>{result.message}</span>}
      {typeof result?.act === "number" && (
        <UndoForm
          key={result.act}
          act={result.act}
          label={labels.undo}
          busy={labels.applying}
          undo={undo}
          onUndone={onUndone}
        />
      )}
    </div>
  );
}

type UndoProps = { act: number; label: string; busy: string; undo: UndoAction; onUndone: (message: string) => void };

function UndoForm({ act, label, busy, undo, onUndone }: UndoProps) {
  const [state, action] = useActionState(undo, null);
  useEffect(() => {
    if (state?.ok) onUndone(state.value);
  }, [state, onUndone]);
  return (
    <form action={action} className="flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="versionId" value={act} />
      <SubmitButton look="quiet" busyLabel={busy}>
        {label}
      </SubmitButton>
      {state && !state.ok && <span className="text-bad">{state.refusal.message}</span>}
    </form>
  );
}
