import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatNumber } from "@/i18n/format";
import { removeSampleRegister } from "../actions";
import type { SampleSummary } from "../server/get-sample-summary";
import { RemoveSampleForm } from "./remove-sample-form";
import { SampleTies } from "./sample-ties";

const counted = [
  ...(["activities", "entries", "updates", "decisions", "files", "comments"] as const),
  ...(["deadlines", "accounts", "sessions"] as const),
] as const;

/** Content of the sample, its links to real data, and the form that removes it. */
export async function SampleCard({ summary }: { summary: SampleSummary }) {
  const t = await getTranslations("settings.sample");
  const locale = await getLocale();
  const isEmpty = summary.activities === 0 && summary.accounts === 0;
  return (
    <Card id="sample" title={t("title")}>
      {isEmpty ? (
        <p className="text-ink-2 text-sm">{t("none")}</p>
      ) : (
        <div className="flex flex-col gap-3 py-1">
          <p className="text-ink-2 text-sm">{t("intro")}</p>
          <div className="grid gap-3.5 sm:grid-cols-2">
            <div>
              <h3 className="mb-1 font-medium text-sm">{t("goes")}</h3>
              <DescriptionList
                items={counted.map((key) => ({ key, term: t(key), value: formatNumber(summary[key], locale) }))}
              />
            </div>
            <div className="min-w-0">
              <h3 className="mb-1 font-medium text-sm">{t("hangs")}</h3>
              <SampleTies summary={summary} />
            </div>
          </div>
          <p className="text-ink-2 text-sm">{t("history")}</p>
          {summary.can.remove ? (
            <RemoveSampleForm
              action={removeSampleRegister}
              labels={{ confirm: t("confirm"), submit: t("submit"), busy: t("busy") }}
            />
          ) : (
            <NotForSample />
          )}
        </div>
      )}
    </Card>
  );
}

async function NotForSample() {
  const t = await getTranslations("settings.sample");
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <p className="text-sm text-warn">{t("notSample")}</p>
      <ButtonLink href={"/admin/users/new" as Route}>{t("addAdmin")}</ButtonLink>
    </div>
  );
}
