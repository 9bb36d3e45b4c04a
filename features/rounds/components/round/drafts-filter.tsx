import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { draftStates } from "@/domain/rounds";
import type { RoundQuery } from "@/features/rounds/address";
import type { RoundPage } from "@/features/rounds/server/get-round";

type Props = { page: RoundPage; query: Pick<RoundQuery, "side" | "state"> };

/** Filters the reports by reporter or state: a GET form, whose address can be shared. */
export async function DraftsFilter({ page: { sides, round }, query }: Props) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const options = sides.map(({ side }) => {
    if (!side) return { value: "desk", label: t("desk") };
    const own = locale === "lo" ? side.lo : side.en;
    return { value: side.code, label: own ?? side.en, lang: own ? undefined : "en" };
  });
  return (
    <form action={`/rounds/${round.id}`} className="mb-2 flex flex-wrap items-end gap-2">
      {sides.length > 1 && (
        <SelectField
          name="side"
          label={t("side")}
          placeholder={t("all")}
          options={options}
          defaultValue={query.side ?? ""}
          className="min-w-44"
        />
      )}
      <SelectField
        name="state"
        label={t("state")}
        placeholder={t("all")}
        options={draftStates.map((value) => ({ value, label: terms(`draftState.${value}`) }))}
        defaultValue={query.state ?? ""}
        className="min-w-44"
      />
      <Button type="submit">{t("show")}</Button>
      {(query.side !== null || query.state !== null) && (
        <ButtonLink href={`/rounds/${round.id}` as Route} look="quiet">
          {t("showAll")}
        </ButtonLink>
      )}
    </form>
  );
}
