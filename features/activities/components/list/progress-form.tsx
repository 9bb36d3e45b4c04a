"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { schedules, statuses } from "@/domain/lifecycle";
import type { FormState, Refusal } from "@/server/action";
import { BulkFields, type SelectedRow } from "./bulk-fields";
import type { TableLabels } from "./table-labels";

/** The number of updated rows, a message with it, and what Undo takes back. */
export type Changed = { changed: number; message: string; act: number | null };
export type ChangeRows = (state: FormState<Changed>, form: FormData) => Promise<FormState<Changed>>;

/** Fields in the order in which both versions are shown. */
const compared = ["status", "schedule", "scheduleReason", "progress"] as const;

type Values = {
  status?: string | null;
  schedule?: string | null;
  scheduleReason?: string | null;
  progress?: number | null;
};

type Props = {
  action: ChangeRows;
  labels: TableLabels;
  /**
   * `id:version` of the row. Without it, the check boxes of the selected rows belong to this form
   * by its id.
   */
  row?: string;
  values?: Values;
  id: string;
  submitLabel: string;
  /** Given for a change of many rows: those that are selected. */
  selected?: readonly SelectedRow[];
  onDone: (message: string, act: number | null) => void;
  /** Called with the reasons for which rows were refused. */
  onRefused?: (fields: Refusal["fields"]) => void;
  onCancel?: () => void;
};

/**
 * Changes status, schedule, reason and progress of one row in place, or of the selected rows. Works
 * as a plain form.
 */
export function ProgressForm({ action, labels, row, values = {}, id, submitLabel, selected, ...on }: Props) {
  const { onDone, onRefused, onCancel } = on;
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const told = useRef<FormState<Changed>>(null);
  useEffect(() => {
    if (!state || told.current === state) return;
    told.current = state;
    if (state.ok) onDone(state.value.message, state.value.act);
    onRefused?.(state.ok ? [] : state.refusal.fields);
  }, [state, onDone, onRefused]);
  const errorOf = (field: string) => refusal?.fields.find((item) => item.field === field)?.message;
  const sent = (field: keyof Values) => {
    const typed = refusal?.values[field];
    return typeof typed === "string" ? typed : String(values[field] ?? "");
  };
  const key = refusal?.requestId ?? "first";
  const buttons = (
    <div className="flex gap-2">
      <SubmitButton look="primary" busyLabel={labels.applying}>
        {submitLabel}
      </SubmitButton>
      {onCancel && (
        <Button type="button" look="quiet" onClick={onCancel}>
          {labels.cancel}
        </Button>
      )}
    </div>
  );
  return (
    <form
      id={id}
      action={formAction}
      // React resets a form after its action; a refused one must retain its fields and checked
      // rows.
      onReset={(event) => {
        if (!state?.ok) event.preventDefault();
      }}
      className="flex flex-col gap-2.5"
    >
      {refusal && <FormError title={refusal.message} fields={refusedRows(refusal, selected)} />}
      {refusal?.current && <Meanwhile current={refusal.current} labels={labels} />}
      {state?.ok && <p role="status">{state.value.message}</p>}
      {row && <input type="hidden" name="rows" value={withVersion(row, refusal?.current?.version)} />}
      <div key={key} className="flex flex-wrap items-end gap-2.5">
        <SelectField
          name="status"
          id={`${id}-status`}
          label={labels.columns.status}
          placeholder={row ? (values.status ? undefined : "–") : labels.keep}
          options={statuses.map((value) => ({ value, label: labels.status[value] }))}
          defaultValue={sent("status")}
          error={errorOf("status")}
          className="w-44"
        />
        <SelectField
          name="schedule"
          id={`${id}-schedule`}
          label={labels.columns.schedule}
          placeholder={row ? undefined : labels.keep}
          options={schedules.map((value) => ({ value, label: labels.schedule[value] }))}
          defaultValue={sent("schedule")}
          error={errorOf("schedule")}
          className="w-40"
        />
        <TextField
          name="scheduleReason"
          id={`${id}-reason`}
          label={labels.reason}
          defaultValue={sent("scheduleReason")}
          error={errorOf("scheduleReason")}
          maxLength={2000}
          className="min-w-40 flex-1"
        />
        <TextField
          name="progress"
          id={`${id}-progress`}
          label={labels.columns.progress}
          inputMode="numeric"
          suffix="%"
          defaultValue={sent("progress")}
          error={errorOf("progress")}
          className="w-28"
        />
        {!selected && buttons}
      </div>
      {selected && <BulkFields key={`own-${key}`} id={id} labels={labels} refusal={refusal} rows={selected} />}
      {selected && buttons}
    </form>
  );
}

/** The refused rows, each with a link to it. Without scripts it is not known which are selected. */
function refusedRows({ fields }: Refusal, selected: readonly SelectedRow[] = []) {
  return fields.flatMap(({ field, message }) => {
    const [, id] = /^row\.(\d+)$/.exec(field) ?? [];
    const code = selected.find((row) => String(row.id) === id)?.code;
    return id === undefined ? [] : [{ id: `row-${id}`, text: code ? `${code}: ${message}` : message }];
  });
}

/** After a conflict the form shows the other version, so saving again overwrites it. */
function withVersion(row: string, version: string | undefined): string {
  return version ? `${row.split(":")[0]}:${version}` : row;
}

/** What somebody else has saved meanwhile. The person's own choice is still in the fields. */
function Meanwhile({ current, labels }: { current: Readonly<Record<string, string>>; labels: TableLabels }) {
  const words: Partial<Record<string, Readonly<Record<string, string>>>> = {
    status: labels.status,
    schedule: labels.schedule,
  };
  const names = { ...labels.columns, scheduleReason: labels.reason };
  const changes = compared
    .filter((field) => current[field])
    .map((field) => `${names[field]}: ${words[field]?.[current[field] ?? ""] ?? current[field]}`);
  return (
    <p className="rounded-md border border-warn-line bg-warn-bg px-3 py-1.5 text-sm">
      <span className="text-warn">{labels.theirs}: </span>
      {changes.join(" · ")}
    </p>
  );
}
