import { chipClasses } from "@/components/ui/chip";
import { ArrowDown, ArrowUp, ChevronLeft, Plus, X } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu, menuItemClasses } from "@/components/ui/menu";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { activityColumns } from "@/features/activities/list-columns";
import { type SortLevel, sortLevels, withSort } from "@/features/activities/list-state";
import { interpolate } from "./interpolate";
import { useListSetting } from "./list-setting";

const small = "inline-flex size-6 items-center justify-center rounded-sm hover:bg-selected max-sm:size-9";

/**
 * The sort levels of the table as links, usable by mouse, keyboard and touch, with or without
 * scripts.
 */
export function SortBar({ query }: { query: ActivityListQuery }) {
  const { labels, list } = useListSetting();
  const levels = sortLevels(query);
  const free = activityColumns.filter((key) => !levels.some((level) => level.key === key));
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-xs print:hidden" data-sort-bar>
      <span className="text-ink-2">{list.sort}</span>
      {levels.length === 0 && <span className="text-ink-2">{list.sortNone}</span>}
      {levels.map((level, index) => (
        <SortChip key={level.key} level={level} index={index} query={query} name={labels.columns[level.key]} />
      ))}
      <Menu
        group="list-menus"
        arrow={false}
        buttonClassName={chipClasses("add")}
        label={
          <>
            <Plus aria-hidden className="size-3.5" />
            <span>{list.sortAdd}</span>
          </>
        }
      >
        {free.map((key) => (
          <Link
            key={key}
            href={activitiesAddress.href(withSort(query, [...levels, { key, direction: "asc" }]))}
            className={menuItemClasses}
          >
            {labels.columns[key]}
          </Link>
        ))}
      </Menu>
      <span className="ml-auto text-ink-3 max-lg:hidden pointer-coarse:hidden">{list.sortHint}</span>
    </div>
  );
}

type ChipProps = { level: SortLevel; index: number; query: ActivityListQuery; name: string };

function SortChip({ level, index, query, name }: ChipProps) {
  const { labels, list } = useListSetting();
  const levels = sortLevels(query);
  const isUp = level.direction === "asc";
  const turned = levels.map((item) =>
    item === levels[index] ? { ...item, direction: isUp ? ("desc" as const) : ("asc" as const) } : item,
  );
  const earlier = levels.filter((_, place) => place !== index);
  earlier.splice(index - 1, 0, level);
  const without = levels.filter((_, place) => place !== index);
  return (
    <span className={chipClasses("off")}>
      {index > 0 && (
        <Link
          href={activitiesAddress.href(withSort(query, earlier))}
          aria-label={interpolate(list.sortEarlier, { name })}
          className={small}
        >
          <ChevronLeft aria-hidden className="size-3.5" />
        </Link>
      )}
      <span className="rounded-sm bg-accent px-1.5 font-semibold text-mini text-on-accent">{index + 1}</span>
      <span>{name}</span>
      <Link
        href={activitiesAddress.href(withSort(query, turned))}
        aria-label={interpolate(list.sortTurn, { name })}
        className={small}
      >
        {isUp ? <ArrowUp aria-hidden className="size-3.5" /> : <ArrowDown aria-hidden className="size-3.5" />}
      </Link>
      <span className="text-ink-2">{isUp ? labels.ascending : labels.descending}</span>
      <Link
        href={activitiesAddress.href(withSort(query, without))}
        aria-label={interpolate(list.sortRemove, { name })}
        className={small}
      >
        <X aria-hidden className="size-3.5" />
      </Link>
    </span>
  );
}
