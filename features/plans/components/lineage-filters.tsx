import { getLocale, getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { CheckField } from "@/components/ui/choices";
import { type Option, SelectField } from "@/components/ui/field";
import { frameworks } from "@/domain/vocabulary";
import { isNarrowed, type LineageQuery, lineageAddress } from "../lineage-address";
import type { LineagePage } from "../server/list-lineage";

type Named = { code: string; en: string; lo: string | null };

/** The filters of the matrix as a plain GET form. */
export async function LineageFilters({ query, choices }: { query: LineageQuery; choices: LineagePage["choices"] }) {
  const t = await getTranslations("years.lineage");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const options = (rows: readonly Named[]): Option[] =>
    rows.map(({ code, en, lo }) => {
      const own = locale === "lo" ? lo : en;
      return { value: code, label: own ?? en, lang: own ? undefined : "en" };
    });
  const field = (name: "partner" | "outcome" | "state", label: string, rows: readonly Named[]) => (
    <SelectField
      name={name}
      label={label}
      placeholder={t("any")}
      options={options(rows)}
      defaultValue={query[name] ?? ""}
    />
  );
  return (
    <form
      action="/plans/lineage"
      aria-label={t("filters")}
      data-filters
      className="grid items-end gap-x-3 gap-y-2.5 rounded-xl border border-line bg-surface px-4 py-3 shadow-1 sm:grid-cols-2 lg:grid-cols-4"
    >
      <SelectField
        name="framework"
        label={t("framework")}
        placeholder={t("any")}
        options={frameworks.map((value) => ({ value, label: terms(`framework.${value}`) }))}
        defaultValue={query.framework ?? ""}
      />
      {field("partner", terms("noun.partner"), choices.partners)}
      {field("outcome", terms("noun.outcome"), choices.outcomes)}
      {field("state", t("state"), choices.states)}
      <CheckField name="all" value="1" label={t("all")} defaultChecked={query.all !== null} />
      <input type="hidden" name="sort" value={`${query.sort.key}.${query.sort.direction}`} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {t("show")}
        </Button>
        {isNarrowed(query) && (
          <ButtonLink href={lineageAddress.href({ sort: query.sort, all: query.all })}>{t("clear")}</ButtonLink>
        )}
      </div>
    </form>
  );
}
