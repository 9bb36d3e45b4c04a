import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { locales } from "@/domain/vocabulary";
import { makeCalendar } from "../actions";
import type { Feed } from "../server/get-feed";
import { CalendarForm } from "./calendar-form";

/**
 * The person's own calendar for other programs: its private address can be created and replaced
 * here.
 */
export async function CalendarCard({ feed }: { feed: Feed }) {
  const t = await getTranslations("deadlines.calendar");
  const access = await getTranslations("account.access");
  const keys = await getTranslations("api.keys");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Card id="calendar" title={t("title")} meta={t("hint")}>
      <CalendarForm
        action={makeCalendar}
        locale={feed?.locale ?? locale}
        locales={locales.map((value) => ({ value, label: ui(`language.${value}`) }))}
        labels={{
          present: access("present"),
          presentHint: access("presentHint"),
          language: t("language"),
          make: t(feed ? "makeAnew" : "make"),
          making: ui("saving"),
          ready: t("ready"),
          once: t("once"),
          label: t("label"),
          copy: keys("copy"),
          copied: keys("copied"),
        }}
      />
      <p className="text-ink-2 text-xs">{t("note")}</p>
    </Card>
  );
}
