import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { asOfHeader, inPresent, shownMoment } from "@/domain/as-of";
import { formatDay } from "@/i18n/format";
import { meetingWords } from "@/i18n/meeting-words";

/**
 * Shown above every page of the past: which moment it shows, and the way back. Its links load the
 * document anew, because the frame also changes with the moment.
 */
export async function AsOfBanner() {
  const incoming = await headers();
  const moment = shownMoment(incoming.get(asOfHeader));
  if (!moment) return null;
  const t = await getTranslations("as-of");
  const day = formatDay(moment.day, await getLocale());
  const meeting = moment.meeting && (await meetingWords(moment.meeting));
  return (
    <Banner
      tone="as-of"
      title={meeting ? t("banner.meeting", { meeting, day }) : t("banner.day", { day })}
      action={<a href={inPresent(incoming.get("x-path") ?? "/")}>{t("back")}</a>}
    >
      <span>{t("banner.explain")}</span>{" "}
      <a href="/as-of" className="link-inline">
        {t("other")}
      </a>
    </Banner>
  );
}
