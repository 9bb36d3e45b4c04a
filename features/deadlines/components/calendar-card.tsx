import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { Card } from "@/components/ui/card";
import { locales } from "@/domain/vocabulary";
import { formatInstant } from "@/i18n/format";
import { makeCalendar, revokeCalendar } from "../actions";
import type { Feed } from "../server/get-feed";
import { CalendarForm } from "./calendar-form";

/** One's own calendar for other programs: a private address, made, made anew and ended here. */
export async function CalendarCard({ feed }: { feed: Feed }) {
  const t = await getTranslations("deadlines.calendar");
  const keys = await getTranslations("api.keys");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <Card id="calendar" title={t("title")} meta={t("hint")}>
      {feed && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-line border-b pb-2 text-sm">
          <p>
            {t("made", { when: formatInstant(feed.createdAt, locale) })}{" "}
            <span className="text-ink-2">
              {feed.lastUsedAt ? t("used", { when: formatInstant(feed.lastUsedAt, locale) }) : t("unused")}
            </span>
          </p>
          <ActButton
            action={revokeCalendar}
            fields={{ feedId: feed.id }}
            label={t("revoke")}
            question={t("revokeQuestion")}
          />
        </div>
      )}
      <CalendarForm
        action={makeCalendar}
        locale={feed?.locale ?? locale}
        locales={locales.map((value) => ({ value, label: ui(`language.${value}`) }))}
        labels={{
          ...{ language: t("language"), make: t(feed ? "makeAnew" : "make"), making: ui("saving") },
          ...{ ready: t("ready"), once: t("once"), label: t("label"), copy: keys("copy"), copied: keys("copied") },
        }}
      />
      <p className="text-ink-2 text-xs">{t("note")}</p>
    </Card>
  );
}
