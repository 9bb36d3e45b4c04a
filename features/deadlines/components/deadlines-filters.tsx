import { getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { DayField, SelectField } from "@/components/ui/field";
import { deadlineStates } from "@/domain/deadlines";
import { type DeadlinesQuery, deadlineKinds, deadlinesAddress, isNarrowed } from "../address";

type Props = { query: DeadlinesQuery; window: { from: string; to: string } };

/** The filters of the list and its range of days, as a plain GET form. */
export async function DeadlinesFilters({ query, window }: Props) {
  const t = await getTranslations("deadlines.list");
  const states = await getTranslations("deadlines.state");
  return (
    <form
      action="/deadlines"
      aria-label={t("filters")}
      data-filters
      className="grid grid-cols-2 items-end gap-x-3 gap-y-2.5 rounded-xl border border-line bg-surface px-4 py-3 shadow-1 lg:grid-cols-5"
    >
      <SelectField
        name="kind"
        label={t("kindLabel")}
        placeholder={t("anyKind")}
        options={deadlineKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue={query.kind ?? ""}
      />
      <SelectField
        name="state"
        label={t("stateLabel")}
        placeholder={t("notDone")}
        options={deadlineStates.map((value) => ({ value, label: states(value) }))}
        defaultValue={query.state ?? ""}
      />
      <DayField name="from" label={t("from")} defaultValue={query.from ?? window.from} />
      <DayField name="to" label={t("to")} defaultValue={query.to ?? window.to} />
      <input type="hidden" name="sort" value={`${query.sort.key}.${query.sort.direction}`} />
      <div className="col-span-2 flex flex-wrap gap-2 lg:col-span-1">
        <Button type="submit" look="primary">
          {t("show")}
        </Button>
        {isNarrowed(query) && <ButtonLink href={deadlinesAddress.href({ sort: query.sort })}>{t("clear")}</ButtonLink>}
      </div>
    </form>
  );
}
