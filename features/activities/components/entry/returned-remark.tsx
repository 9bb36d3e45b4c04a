import { getLocale, getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { BilingualText } from "@/components/ui/bilingual-text";
import { returnedBy } from "@/features/activities/returned-by";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { meetingWords } from "@/i18n/meeting-words";

/**
 * The remark with which a meeting returned the proposal. It is shown above the draft until that is
 * submitted again.
 */
export async function ReturnedRemark({ page: { entry, decisions } }: { page: EntryPage }) {
  const t = await getTranslations("activity.returned");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const decision = returnedBy(entry.stage, decisions);
  if (!decision) return null;
  return (
    <Banner
      tone="warn"
      title={t("title", { meeting: await meetingWords(decision.meeting.code, "at its head") })}
      action={<a href={`#decision-${decision.id}`}>{t("link")}</a>}
    >
      {decision.textEn || decision.textLo ? (
        <BilingualText
          en={decision.textEn}
          lo={decision.textLo}
          locale={locale}
          notTranslatedLabel={ui("notYetTranslated")}
        />
      ) : (
        t("noRemark")
      )}
    </Banner>
  );
}
