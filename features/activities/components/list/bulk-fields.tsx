"use client";

import { DayField, TextField } from "@/components/ui/field";
import type { Refusal } from "@/server/action";
import { interpolate } from "./interpolate";
import type { TableLabels } from "./table-labels";

/** A selected row, as the fields of its own words name it. */
export type SelectedRow = { id: number; code: string };

type Props = { id: string; labels: TableLabels; refusal: Refusal | null; rows: readonly SelectedRow[] };

/**
 * What a change of many rows also says: its day, a text for all, and where wanted a text or a
 * reason of a row's own.
 */
export function BulkFields({ id, labels, refusal, rows }: Props) {
  const sent = (name: string) => {
    const typed = refusal?.values[name];
    return typeof typed === "string" ? typed : "";
  };
  const errorOf = (name: string) => refusal?.fields.find(({ field }) => field === name)?.message;
  return (
    <>
      <div className="flex flex-wrap items-start gap-2.5">
        <DayField
          name="reportedOn"
          id={`${id}-day`}
          label={labels.day}
          defaultValue={sent("reportedOn")}
          error={errorOf("reportedOn")}
          className="w-44"
        />
        <TextField
          name="text"
          id={`${id}-text`}
          label={labels.textForAll}
          defaultValue={sent("text")}
          error={errorOf("text")}
          maxLength={5000}
          className="min-w-56 flex-1"
        />
        <input type="hidden" name="locale" value={labels.locale} />
      </div>
      {rows.length > 0 && (
        <details open={refusal?.fields.some(({ field }) => field.startsWith("row.")) || undefined}>
          <summary className="inline-flex min-h-6 cursor-pointer items-center text-sm max-sm:min-h-10">
            <span className="link">{labels.wordsEach}</span>
          </summary>
          <ul className="mt-1.5 flex max-h-48 flex-col gap-1.5 overflow-y-auto">
            {rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-2">
                <span className="w-16 whitespace-nowrap font-medium text-sm">{row.code}</span>
                <OwnWords
                  name={`text.${row.id}`}
                  label={labels.textOf}
                  row={row}
                  defaultValue={sent(`text.${row.id}`)}
                />
                <OwnWords
                  name={`reason.${row.id}`}
                  label={labels.reasonOf}
                  row={row}
                  defaultValue={sent(`reason.${row.id}`)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type OwnProps = { name: string; label: string; row: SelectedRow; defaultValue: string };

/** One line of a row's own words; its label is spoken, and stands inside it while it is empty. */
function OwnWords({ name, label, row, defaultValue }: OwnProps) {
  return (
    <input
      type="text"
      name={name}
      aria-label={interpolate(label, { code: row.code })}
      placeholder={interpolate(label, { code: row.code })}
      defaultValue={defaultValue}
      maxLength={2000}
      className="min-w-40 flex-1 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-sm"
    />
  );
}
