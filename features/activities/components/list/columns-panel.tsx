import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { ArrowLeft, ArrowRight } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { type ActivityColumn, activityColumns, defaultColumns, fixedColumns } from "@/features/activities/list-columns";
import { columnWidths } from "@/features/activities/list-state";
import { columnName } from "./column-name";
import { HiddenQuery } from "./hidden-query";

const presets = { narrow: 120, medium: 220, wide: 360 } as const;

/**
 * Chooses which columns are shown, their order and widths, and how many are pinned: a GET form,
 * with links for the order.
 */
export async function ColumnsPanel({ query }: { query: ActivityListQuery }) {
  const t = await getTranslations("activities");
  const ordered = [...query.cols, ...activityColumns.filter((key) => !query.cols.includes(key))];
  return (
    <form
      action="/activities"
      aria-label={t("columns")}
      className="absolute top-full right-0 z-40 mt-1 flex max-h-[70vh] w-96 flex-col gap-1 overflow-y-auto rounded-xl bg-surface p-2.5 shadow-2 forced-colors:border"
    >
      <HiddenQuery query={query} without={["cols", "w", "pin"]} />
      {ordered.map((key) => (
        <ColumnLine key={key} column={key} query={query} />
      ))}
      <label className="mt-1 flex flex-wrap items-center justify-between gap-2 border-line border-t pt-2 text-sm">
        <span>{t("pinned")}</span>
        <select
          name="pin"
          defaultValue={String(query.pin)}
          className="min-h-8 rounded-md border border-line-strong bg-surface px-1"
        >
          {[0, 1, 2, 3].map((count) => (
            <option key={count} value={count}>
              {t("pinnedCount", { count })}
            </option>
          ))}
        </select>
      </label>
      <div className="mt-1 flex justify-end gap-2">
        <ButtonLink
          href={activitiesAddress.href({ ...query, cols: [...defaultColumns], w: [], pin: 0, menu: null })}
          look="quiet"
        >
          {t("columnsReset")}
        </ButtonLink>
        <Button type="submit" look="primary">
          {t("columnsApply")}
        </Button>
      </div>
    </form>
  );
}

async function ColumnLine({ column, query }: { column: ActivityColumn; query: ActivityListQuery }) {
  const t = await getTranslations("activities");
  const name = await columnName(column);
  const isFixed = fixedColumns.includes(column);
  const place = query.cols.indexOf(column);
  const width = columnWidths(query)[column];
  const options = Object.entries(presets) as [keyof typeof presets, number][];
  const isPreset = options.some(([, pixels]) => pixels === width);
  return (
    <div className="flex items-center gap-1.5">
      {isFixed && <input type="hidden" name="cols" value={column} />}
      <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2 text-sm">
        <input
          type="checkbox"
          name={isFixed ? undefined : "cols"}
          value={column}
          defaultChecked={place >= 0}
          disabled={isFixed}
          className="size-4 shrink-0"
        />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        {isFixed && <span className="text-ink-3 text-xs">{t("columnAlways")}</span>}
      </label>
      <select
        name="w"
        aria-label={t("columnWidth", { name })}
        defaultValue={width ? `${column}:${width}` : ""}
        className="min-h-8 rounded-md border border-line-strong bg-surface px-1 text-xs"
      >
        <option value="">{t("widths.auto")}</option>
        {options.map(([key, pixels]) => (
          <option key={key} value={`${column}:${pixels}`}>
            {t(`widths.${key}`)}
          </option>
        ))}
        {width && !isPreset && <option value={`${column}:${width}`}>{`${width} px`}</option>}
      </select>
      <MoveLink column={column} query={query} place={place} step={-1} label={t("columnEarlier", { name })} />
      <MoveLink column={column} query={query} place={place} step={1} label={t("columnLater", { name })} />
    </div>
  );
}

type MoveProps = { column: ActivityColumn; query: ActivityListQuery; place: number; step: 1 | -1; label: string };

function MoveLink({ column, query, place, step, label }: MoveProps) {
  const target = place + step;
  const Arrow = step < 0 ? ArrowLeft : ArrowRight;
  if (place < 0 || target < 0 || target >= query.cols.length) return <span className="size-7" />;
  const cols = query.cols.filter((key) => key !== column);
  cols.splice(target, 0, column);
  return (
    <Link
      href={activitiesAddress.href({ ...query, cols })}
      aria-label={label}
      className="inline-flex size-7 items-center justify-center rounded-sm hover:bg-hover"
    >
      <Arrow aria-hidden className="size-3.5" />
    </Link>
  );
}
