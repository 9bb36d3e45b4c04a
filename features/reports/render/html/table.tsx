import type { CSSProperties } from "react";
import { markedCells, plainText, type ReportTable } from "@/domain/report-model";
import { paperCell } from "../cell-text";
import { type DocumentContext, DocumentRuns } from "./runs";

/** Short texts such as codes stay on one line; otherwise the browser breaks them at a hyphen. */
const isShort = (text: string) => text.length <= 12 && !text.includes(" ");

const rightKinds: readonly string[] = ["number", "percent", "usd"];

/** One table of the report. On screen, a wide table scrolls inside its own container. */
export function DocumentTable({ table, paper }: { table: ReportTable; paper: DocumentContext }) {
  if (table.rows.length === 0) {
    return (
      <p className="my-2">
        <DocumentRuns runs={table.empty} paper={paper} />
      </p>
    );
  }
  // In print, the browser measures the first page, which may be upright, so a wide table is given
  // the width of its own page.
  const isWide = table.orientation === "landscape";
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const align = (kind: string) => (rightKinds.includes(kind) ? "text-right" : "text-left");
  return (
    <section
      aria-label={table.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scroll areas need the keyboard (2.1.1)
      tabIndex={0}
      className="my-2.5 overflow-x-auto print:overflow-visible print:pr-px"
    >
      <table
        aria-label={table.name}
        className={`w-full min-w-(--least) border-collapse text-xs print:min-w-0 ${isWide ? "print:w-[260mm]" : ""}`}
        style={{ "--least": `${Math.round(whole * (isWide ? 0.5 : 0.4))}rem` } as CSSProperties}
      >
        <colgroup>
          {table.columns.map((column) => (
            <col key={column.key} style={{ width: `${(column.width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                lang={column.lang}
                className={`border border-line-strong bg-sunken px-1.5 py-1 align-bottom font-medium ${align(column.kind)} ${isShort(column.heading) ? "whitespace-nowrap" : ""}`}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowAt) => {
            const cells = markedCells(table, row, paper.language).map((cell, at) =>
              paperCell(cell, table.columns[at]?.kind ?? "text", paper.language),
            );
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
              <tr key={rowAt} className="align-top">
                {table.columns.map((column, at) => (
                  <td
                    key={column.key}
                    className={`border border-line-strong px-1.5 py-1 ${align(column.kind)} ${isShort(plainText(cells[at] ?? [])) ? "whitespace-nowrap" : ""}`}
                  >
                    <DocumentRuns runs={cells[at] ?? []} paper={paper} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
