import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { controlClasses } from "@/components/ui/control";
import { Plus, Rows2, Rows3, Search } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { ColumnsMenu } from "./columns-menu";
import { ExportMenu } from "./export-menu";
import { HiddenQuery } from "./hidden-query";
import { useListSetting } from "./list-setting";

type Props = {
  query: ActivityListQuery;
  /** Number of rows that match. */
  total: number;
  canCreate: boolean;
  /** The choice of columns, if it is open. */
  columnsPanel: ReactNode;
};

/** The bar above the table: search, columns, row height, export, new activity. */
export function ListToolbar({ query, total, canCreate, columnsPanel }: Props) {
  const { list } = useListSetting();
  const isCompact = query.density === "compact";
  const DensityIcon = isCompact ? Rows3 : Rows2;
  const other = isCompact ? "comfortable" : "compact";
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <search className="min-w-0 flex-1 basis-60 sm:max-w-96">
        <form action="/activities" className="flex gap-1.5">
          <HiddenQuery query={query} without={["q"]} />
          <input
            type="search"
            name="q"
            defaultValue={query.q}
            maxLength={200}
            aria-label={list.searchLabel}
            placeholder={list.searchPlaceholder}
            className={controlClasses}
          />
          <Button type="submit" iconOnly aria-label={list.searchGo} icon={<Search aria-hidden className="size-4" />} />
        </form>
      </search>
      <div className="ml-auto flex items-center gap-2">
        <div className="flex items-center gap-2 max-sm:hidden">
          <ColumnsMenu query={query} label={list.columns}>
            {columnsPanel}
          </ColumnsMenu>
          <ButtonLink
            href={activitiesAddress.href({ ...query, density: other })}
            iconOnly
            icon={<DensityIcon aria-hidden className="size-4" />}
            aria-label={`${list.density}: ${list.densities[other]}`}
            data-density-switch
          />
        </div>
        <ExportMenu query={query} total={total} labels={list.export} />
        {canCreate && (
          <ButtonLink href="/activities/new" look="primary" icon={<Plus aria-hidden className="size-4" />} data-new>
            <span>{list.new}</span>
            <Kbd onFill>C</Kbd>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
