import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StateCode } from "@/components/ui/state-code";
import { comparedHref } from "../compare-address";
import type { ComparedEntry, Comparison } from "../server/compare-moments";
import { ChangeLines } from "./change-lines";
import { groupId } from "./compare-summary";

/** The changed activities with their changes, grouped by lead state. */
export async function CompareChanges({ comparison }: { comparison: Comparison }) {
  const t = await getTranslations("compare");
  const locale = await getLocale();
  const leads = [...new Set(comparison.entries.map(({ lead }) => lead))];
  return leads.map((lead) => {
    const state = comparison.states.find(({ code }) => code === lead);
    const name = state ? ((locale === "lo" ? state.nameLo : null) ?? state.nameEn) : t("noLead");
    const entries = comparison.entries.filter((entry) => entry.lead === lead);
    return (
      <Card
        key={lead}
        id={groupId(lead)}
        title={
          <span className="inline-flex items-center gap-1.5">
            {lead && <StateCode code={lead} />}
            <span>{name}</span>
          </span>
        }
      >
        <Entries entries={entries} label={`${t("changes")}: ${name}`} between={comparison} />
      </Card>
    );
  });
}

type EntriesProps = { entries: readonly ComparedEntry[]; label: string; between: Pick<Comparison, "from" | "to"> };

async function Entries({ entries, label, between }: EntriesProps) {
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line text-sm">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[4rem_minmax(0,1fr)_minmax(0,1fr)]">
          <span className="text-ink-2 tabular-nums">
            <ProperName>{entry.code}</ProperName>
          </span>
          <span>
            <Link href={comparedHref(entry, between)} className="link font-medium">
              <BilingualText en={entry.titleEn} lo={entry.titleLo} {...words} />
            </Link>{" "}
            {entry.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
            <span className="block text-ink-2 text-xs">
              <BilingualText en={entry.planEn} lo={entry.planLo} {...words} />
            </span>
          </span>
          <ChangeLines entry={entry} />
        </li>
      ))}
    </ul>
  );
}
