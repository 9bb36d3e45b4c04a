"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ViewAction } from "../views/view-form";
import type { ListLabels } from "./list-labels";
import type { ChangeRows } from "./progress-form";
import type { UndoAction } from "./result-line";
import type { TableLabels } from "./table-labels";

type Setting = {
  /** Labels of the table. */
  labels: TableLabels;
  /** Labels of the bars around it. */
  list: ListLabels;
  changeRows: ChangeRows;
  undo: UndoAction;
  views: Readonly<Record<"saveAs" | "saveChanges" | "rename" | "forget" | "openWith" | "takeOver", ViewAction>>;
};

const Around = createContext<Setting | null>(null);

/**
 * Provides the list's labels and actions above the page, so that a sort or page step sends only
 * rows.
 */
export function ListSetting({ children, ...setting }: Setting & { children: ReactNode }) {
  return <Around value={setting}>{children}</Around>;
}

/** The labels and actions, which stay while the list is sorted, filtered and paged. */
export function useListSetting(): Setting {
  const setting = useContext(Around);
  if (!setting) throw new Error("useListSetting is called outside of ListSetting");
  return setting;
}
