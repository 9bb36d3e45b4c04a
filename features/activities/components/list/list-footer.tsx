import { Pager } from "@/components/ui/pager";
import { Segments } from "@/components/ui/tabs";
import { type ActivityListQuery, activitiesAddress } from "@/features/activities/list-address";
import { pageSizes } from "@/features/activities/list-columns";
import type { ListLabels } from "./list-labels";
import type { ListSums } from "./list-sums";

type Props = { query: ActivityListQuery; sums: ListSums; labels: ListLabels };

/** The totals of all matching rows, and the links between pages. */
export function ListFooter({ query, sums, labels }: Props) {
  const step = (target: number, label: string) => ({
    href:
      target >= 1 && target <= sums.pageCount ? activitiesAddress.href({ ...query, page: target, edit: null }) : null,
    label,
  });
  return (
    <div className="flex flex-col gap-2 px-3.5 py-2.5">
      <p className="text-ink-2 text-xs">
        <span>{`${labels.totals}: `}</span>
        <strong className="font-semibold text-ink">{sums.rows}</strong>
        {sums.more.map((sum) => (
          <span key={sum}>{` · ${sum}`}</span>
        ))}
      </p>
      <Pager
        label={labels.pager.label}
        range={sums.range}
        page={sums.page}
        previous={step(query.page - 1, labels.pager.previous)}
        next={step(query.page + 1, labels.pager.next)}
        sizes={
          <Segments
            label={labels.pageSize}
            tabs={pageSizes.map((size) => ({
              href: activitiesAddress.href({ ...query, size, page: 1 }),
              label: String(size),
              current: query.size === size,
            }))}
          />
        }
      />
    </div>
  );
}
