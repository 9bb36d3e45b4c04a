import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { controlClasses } from "@/components/ui/control";
import { Plus, Rows2, Rows3, Search } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import { type ActivityListQuery, listHref } from "../list-query";
import { ColumnsMenu } from "./columns-menu";
import { HiddenQuery } from "./hidden-query";

type Props = { query: ActivityListQuery; canCreate: boolean; exportMenu: React.ReactNode };

/** Search, columns, row height, export, new: above the table. */
export async function ListToolbar({ query, canCreate, exportMenu }: Props) {
  const t = await getTranslations("activities");
  const isCompact = query.density === "compact";
  const DensityIcon = isCompact ? Rows3 : Rows2;
  const other = isCompact ? "comfortable" : "compact";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <search className="min-w-0 flex-1 basis-60 sm:max-w-96">
        <form action="/activities" className="flex gap-1.5">
          <HiddenQuery query={query} without={["q"]} />
          <input
            type="search"
            name="q"
            defaultValue={query.q}
            maxLength={200}
            aria-label={t("searchLabel")}
            placeholder={t("searchPlaceholder")}
            className={controlClasses}
          />
          <Button type="submit" iconOnly aria-label={t("searchGo")} icon={<Search aria-hidden className="size-4" />} />
        </form>
      </search>
      <div className="ml-auto flex items-center gap-2">
        <div className="flex items-center gap-2 max-sm:hidden">
          <ColumnsMenu query={query} />
          <ButtonLink
            href={listHref({ ...query, density: other })}
            iconOnly
            icon={<DensityIcon aria-hidden className="size-4" />}
            aria-label={`${t("density")}: ${t(`densities.${other}`)}`}
            data-density-switch
          />
        </div>
        {exportMenu}
        {canCreate && (
          <ButtonLink href="/activities/new" look="primary" icon={<Plus aria-hidden className="size-4" />} data-new>
            {t("new")}
            <Kbd onFill>C</Kbd>
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
