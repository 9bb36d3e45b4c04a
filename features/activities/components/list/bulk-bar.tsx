"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import type { SelectedRow } from "./bulk-fields";
import { interpolate } from "./interpolate";
import { type ChangeRows, ProgressForm } from "./progress-form";
import type { TableLabels } from "./table-labels";

/** Id of the form to which the check boxes of the rows belong. */
export const bulkFormId = "change-selected";

type Props = {
  labels: TableLabels;
  action: ChangeRows;
  selected: readonly SelectedRow[];
  onDone: ComponentProps<typeof ProgressForm>["onDone"];
  onRefused: ComponentProps<typeof ProgressForm>["onRefused"];
  clear: () => void;
};

/**
 * Changes the selected rows together. CSS shows it as soon as a box is checked, so it works without
 * scripts; it stays in view below the rows.
 */
export function BulkBar({ labels, action, selected, onDone, onRefused, clear }: Props) {
  const count = selected.length;
  return (
    <section
      aria-label={labels.bulkTitle}
      className="sticky bottom-0 z-10 hidden max-h-[70vh] overflow-y-auto border-accent border-t-2 bg-selected px-3.5 py-2.5 shadow-sh2 group-has-[input[name=rows]:checked]/list:block max-sm:bottom-14"
    >
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <h2 className="font-semibold">{labels.bulkTitle}</h2>
        {count > 0 && (
          <span className="rounded-sm bg-accent px-1.5 font-semibold text-mini text-on-accent">{count}</span>
        )}
        <span className="text-ink-2 text-xs">{labels.bulkHint}</span>
        {count > 0 && (
          <Button type="button" look="quiet" onClick={clear} className="ml-auto" data-clear-selection>
            {labels.clearSelection}
          </Button>
        )}
      </div>
      <ProgressForm
        id={bulkFormId}
        action={action}
        labels={labels}
        submitLabel={count > 0 ? interpolate(labels.bulkApplyTo, { count }) : labels.bulkApply}
        selected={selected}
        onDone={onDone}
        onRefused={onRefused}
      />
    </section>
  );
}
