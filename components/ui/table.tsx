import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { classes } from "./classes";

type TableProps = {
  /** The accessible name of the table and of its scroll area. */
  label: string;
  children: ReactNode;
  className?: string;
  /** Printed on landscape paper. */
  wide?: boolean;
};

/** A table in a card. If it is too wide it scrolls there, by keyboard too; the page never does. */
export function Table({ label, children, className, wide = false }: TableProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scroll areas need the keyboard (2.1.1)
      tabIndex={0}
      aria-label={label}
      data-wide-table={wide || undefined}
      className="relative overflow-x-auto rounded-[inherit] print:overflow-visible"
    >
      <table aria-label={label} className={classes("w-full border-collapse text-left text-sm", className)}>
        {children}
      </table>
    </section>
  );
}

type ThProps = ThHTMLAttributes<HTMLTableCellElement> & { numeric?: boolean };

/** A header cell; `scope="row"` for the cell that names its row. */
export function Th({ numeric = false, scope = "col", className, ...rest }: ThProps) {
  return (
    <th
      {...rest}
      scope={scope}
      className={classes(
        "px-2.5 py-1.5",
        scope === "col"
          ? "border-line-strong border-b font-medium text-ink-2 text-xs"
          : "border-line border-b text-left font-medium",
        numeric && "text-right",
        className,
      )}
    />
  );
}

type TdProps = TdHTMLAttributes<HTMLTableCellElement> & { numeric?: boolean };

/** A body cell. */
export function Td({ numeric = false, className, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={classes("border-line border-b px-2.5 py-2 align-middle", numeric && "text-right", className)}
    />
  );
}
