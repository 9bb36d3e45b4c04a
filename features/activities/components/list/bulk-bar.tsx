"use client";

import { Button } from "@/components/ui/button";
import { type ChangeRows, ProgressForm } from "./progress-form";
import type { TableLabels } from "./table-labels";

/** Id of the form to which the check boxes of the rows belong. */
export const bulkFormId = "change-selected";

type Props = { labels: TableLabels; action: ChangeRows; count: number; done: (message: string) => void };

/**
 * Changes the selected rows together. CSS shows it as soon as a box is checked, so it works without
 * scripts.
 */
export function BulkBar({ labels, action, count, done }: Props) {
  return (
    <section
      aria-label={labels.bulkTitle}
      className="hidden border-line-strong border-t bg-selected px-3.5 py-2.5 group-has-[input[name=rows]:checked]/list:block"
    >
      <div className="mb-1.5 flex items-center gap-3 text-sm">
        <h2 className="font-semibold">{labels.bulkTitle}</h2>
        {count > 0 && (
          <span className="rounded-sm bg-accent px-1.5 font-semibold text-mini text-on-accent">{count}</span>
        )}
        <span className="text-ink-2 text-xs">{labels.bulkHint}</span>
        {count > 0 && (
          <Button type="button" look="quiet" onClick={() => done("")} className="ml-auto" data-clear-selection>
            {labels.clearSelection}
          </Button>
        )}
      </div>
      <ProgressForm id={bulkFormId} action={action} labels={labels} submitLabel={labels.bulkApply} onDone={done} />
    </section>
  );
}
