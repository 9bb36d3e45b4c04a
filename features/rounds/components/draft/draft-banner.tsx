import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { FreeText, ProperName } from "@/components/ui/bilingual-text";
import type { DraftPage } from "@/features/rounds/server/get-draft";
import { formatDay, formatInstant } from "@/i18n/format";

/**
 * Banner above a report: what it was filled from, the remark with which it was returned, or that it
 * can no longer be changed.
 */
export async function DraftBanner({ page }: { page: DraftPage }) {
  const { draft, round, entry, can, since } = page;
  const t = await getTranslations("rounds.draft");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  if (draft.state === "accepted")
    return (
      <Banner
        tone="good"
        action={<a href={`/activities/${entry.id}#update-${draft.updateId}` as Route}>{t("toUpdate")}</a>}
      >
        {t("isAccepted")}
      </Banner>
    );
  if (round.state === "closed") return <Banner tone="info">{t("isClosed")}</Banner>;
  if (draft.state === "submitted" && draft.submittedAt)
    return (
      <Banner tone="info">
        {t.rich("handedIn", {
          when: formatInstant(draft.submittedAt, locale),
          name: () => <ProperName>{draft.authorName ?? ""}</ProperName>,
        })}
      </Banner>
    );
  return (
    <>
      {draft.remark && (
        <Banner tone="warn" title={t("returned")}>
          <FreeText text={draft.remark} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </Banner>
      )}
      {can.write && draft.state === "pending" && (
        <p className="text-ink-2 text-sm">
          {since.reportedOn ? t("prefilled", { day: formatDay(since.reportedOn, locale) }) : t("noLast")}
        </p>
      )}
    </>
  );
}
