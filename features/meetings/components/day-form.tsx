import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DayField } from "@/components/ui/field";

/**
 * Opens a page of the register as it was on a past day: a plain form with one button for each page.
 * @param before today, `YYYY-MM-DD`
 */
export async function DayForm({ before }: { before: string }) {
  const t = await getTranslations("as-of");
  const ui = await getTranslations("ui");
  const last = new Date(Date.parse(before) - 86_400_000).toISOString().slice(0, 10);
  return (
    <Card title={t("day.title")}>
      <form action="/" className="flex flex-wrap items-end gap-2.5">
        <DayField name="asof" label={t("day.label")} hint={t("day.hint")} required={ui("required")} max={last} />
        <Button type="submit" look="primary">
          {t("open.overview")}
        </Button>
        <Button type="submit" formAction="/activities">
          {t("open.activities")}
        </Button>
        <Button type="submit" formAction="/plans">
          {t("open.plans")}
        </Button>
      </form>
    </Card>
  );
}
