import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import type { DraftPage } from "@/features/rounds/server/get-draft";
import { formatDay } from "@/i18n/format";
import { ReportText } from "./report-text";

type Props = { page: DraftPage; names: Readonly<Record<string, string>> };

/** Updates of the activity since the draft was begun, with their text. */
export async function LaterReports({ page: { later, entry }, names }: Props) {
  const t = await getTranslations("rounds.draft");
  const locale = await getLocale();
  if (later.length === 0) return null;
  return (
    <section aria-label={t("later")} className="mt-3">
      <h3 className="mb-1 font-medium text-ink-2 text-xs">{t("later")}</h3>
      <ul className="flex flex-col gap-3">
        {later.map((report) => (
          <li key={report.id} className="border-line border-t pt-1.5 first:border-t-0">
            <p className="text-ink-2 text-xs">
              <a href={`/activities/${entry.id}#update-${report.id}`} className="link">
                {t("reportOf", { day: formatDay(report.reportedOn, locale) })}
              </a>{" "}
              · <ProperName>{report.authorName}</ProperName>
            </p>
            <ReportText work={report} texts={report} names={names} />
          </li>
        ))}
      </ul>
    </section>
  );
}
