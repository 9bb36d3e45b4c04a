import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { readSingleKeys } from "@/components/shell/single-keys";
import { changeRows, undoRows } from "@/features/activities/actions";
import { listLabels } from "@/features/activities/components/list/list-labels";
import { ListSetting } from "@/features/activities/components/list/list-setting";
import { TableKeys } from "@/features/activities/components/list/table-keys";
import { tableLabels } from "@/features/activities/components/list/table-labels";
import { forget, openWith, rename, saveAs, saveChanges, takeOver } from "@/features/activities/view-actions";

/** The part of the page that stays while the list is sorted, filtered and paged. */
export default async function ListLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("activities");
  return (
    <ListSetting
      labels={await tableLabels()}
      list={await listLabels()}
      changeRows={changeRows}
      undo={undoRows}
      views={{ saveAs, saveChanges, rename, forget, openWith, takeOver }}
    >
      <PageBar title={t("title")} />
      <PageBody>{children}</PageBody>
      <TableKeys singleKeys={await readSingleKeys()} />
    </ListSetting>
  );
}
