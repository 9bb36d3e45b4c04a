import { FieldError } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { interpolate } from "./interpolate";
import type { TableLabels } from "./table-labels";
import type { TableRow } from "./table-rows";

type Props = {
  row: { original: TableRow; toggleSelected: (isSelected?: boolean) => void };
  /** The number of columns. */
  span: number;
  labels: TableLabels;
  reasons: readonly string[];
};

/** Below a refused row: why, and two ways out. Nothing where the row was not refused. */
export function RefusedRow({ row, span, labels, reasons }: Props) {
  if (reasons.length === 0) return null;
  const { id, code } = row.original;
  return (
    <tr className="max-sm:block">
      <td colSpan={span} className="whitespace-normal border-line border-b bg-bad-bg px-3 py-1.5 max-sm:block">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <FieldError id={`refused-${id}`}>
            {labels.refusedRow} {reasons.join(" ")}
          </FieldError>
          <button type="button" className="link min-h-6 max-sm:min-h-10" onClick={() => row.toggleSelected(false)}>
            {interpolate(labels.unselect, { code })}
          </button>
          <Link href={`/activities/${id}`} className="link inline-flex min-h-6 items-center max-sm:min-h-10">
            {interpolate(labels.openRow, { code })}
          </Link>
        </div>
      </td>
    </tr>
  );
}
