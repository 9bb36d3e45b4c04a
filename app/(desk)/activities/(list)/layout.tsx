import type { ReactNode } from "react";
import { tableLabels } from "@/features/activities/components/table-labels";
import { TableWords } from "@/features/activities/components/table-words";

/** What stays while the list is sorted, narrowed and paged. */
export default async function ListLayout({ children }: { children: ReactNode }) {
  return <TableWords labels={await tableLabels()}>{children}</TableWords>;
}
