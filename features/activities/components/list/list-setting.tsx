"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ViewAction } from "../views/view-form";
import type { ListLabels } from "./list-labels";
import type { ChangeRows } from "./progress-form";
import type { TableLabels } from "./table-labels";

type Setting = {
  /** The words of the table. */
  labels: TableLabels;
  /** The words of what stands around it. */
  list: ListLabels;
  changeRows: ChangeRows;
  views: Readonly<Record<"saveAs" | "saveChanges" | "rename" | "forget" | "openWith", ViewAction>>;
};

const Around = createContext<Setting | null>(null);

/**
 * Keeps the list's words and actions beside its page, so that a sort or a page step carries rows
 * and nothing else again.
 */
export function ListSetting({ children, ...setting }: Setting & { children: ReactNode }) {
  return <Around value={setting}>{children}</Around>;
}

/** What stays while the list is sorted, narrowed and paged: its words and its actions. */
export function useListSetting(): Setting {
  const setting = useContext(Around);
  if (!setting) throw new Error("the list stands outside of its setting");
  return setting;
}
