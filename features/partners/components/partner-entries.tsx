import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatNumber } from "@/i18n/format";
import type { PartnerPage } from "../server/get-partner";

type Entry = PartnerPage["past"][number];

type Props = { id: string; title: string; hint: string; empty: string; entries: readonly Entry[] };

/**
 * The activities with the partner that the reader may see, each with its progress, and their
 * number.
 */
export async function PartnerEntries({ id, title, hint, empty, entries }: Props) {
  const locale = await getLocale();
  const total = entries[0]?.total ?? 0;
  return (
    <Card id={id} title={title} meta={total > 0 ? `${formatNumber(total, locale)} · ${hint}` : hint}>
      {entries.length === 0 && <p className="py-1 text-ink-2 text-sm">{empty}</p>}
      <ul>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}

async function Line({ entry }: { entry: Entry }) {
  const t = await getTranslations("partners");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <li className="border-line border-t py-1.5 text-sm first:border-t-0">
      <Link href={`/activities/${entry.id}` as Route} className="link min-h-6">
        <span className="text-ink-2">{entry.code}</span>{" "}
        <BilingualText en={entry.titleEn} lo={entry.titleLo} {...words} />
      </Link>{" "}
      {entry.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs">
        <Link
          href={`/plans/${entry.planId}` as Route}
          className="link inline-flex min-h-6 items-center text-ink-2 max-sm:min-h-10"
        >
          <BilingualText en={entry.planEn} lo={entry.planLo} {...words} />
        </Link>
        {!entry.isOwnPlan && <span className="text-ink-2">{t("partOf")}</span>}
        {entry.stage && <StageBadge stage={entry.stage} label={terms(`stage.${entry.stage}`)} />}
        {entry.status && <StatusBadge status={entry.status} label={terms(`statusShort.${entry.status}`)} />}
      </p>
    </li>
  );
}
