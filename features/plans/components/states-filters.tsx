import { getLocale, getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import { type StatesQuery, statesAddress } from "../address";
import type { StateShares } from "../server/list-state-shares";

/** The filters by state and silent shares, as a plain GET form. */
export async function StatesFilters({ page: { plan, states }, query }: { page: StateShares; query: StatesQuery }) {
  const t = await getTranslations("states");
  const locale = await getLocale();
  const options = states.map(({ code, en, lo }) => {
    const own = locale === "lo" ? lo : en;
    return { value: code, label: own ?? en, lang: own ? undefined : "en" };
  });
  return (
    <form
      action={statesAddress.href({}, { id: plan.id })}
      aria-label={t("filters")}
      data-filters
      className="flex flex-wrap items-end gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3 shadow-1"
    >
      <SelectField
        name="state"
        label={t("state")}
        placeholder={t("allStates")}
        options={options}
        defaultValue={query.state ?? ""}
      />
      <CheckField name="silent" value="1" label={t("onlySilent")} defaultChecked={query.silent !== null} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {t("show")}
        </Button>
        {(query.state !== null || query.silent !== null) && (
          <ButtonLink href={statesAddress.href({}, { id: plan.id })}>{t("clear")}</ButtonLink>
        )}
      </div>
    </form>
  );
}
