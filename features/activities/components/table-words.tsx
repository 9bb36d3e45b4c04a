"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { TableLabels } from "./table-labels";

const Words = createContext<TableLabels | null>(null);

/** Keeps the table's words beside its page, so that a sort or a page step carries rows and no words again. */
export function TableWords({ labels, children }: { labels: TableLabels; children: ReactNode }) {
  return <Words value={labels}>{children}</Words>;
}

/** The words of the table. */
export function useTableWords(): TableLabels {
  const labels = useContext(Words);
  if (!labels) throw new Error("the table stands outside of its words");
  return labels;
}
