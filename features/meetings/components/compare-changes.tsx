import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StateCode } from "@/components/ui/state-code";
import { Table, Td, Th } from "@/components/ui/table";
import type { ComparedEntry, Comparison } from "../server/compare-moments";
import { ChangeLines } from "./change-lines";
import { groupId } from "./compare-summary";

/** Every activity that changed, the ones of a lead state together, with what changed. */
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
            {name}
          </span>
        }
      >
        <EntriesTable entries={entries} label={`${t("changes")}: ${name}`} since={comparison.from.day} />
      </Card>
    );
  });
}

type TableProps = { entries: readonly ComparedEntry[]; label: string; since: string };

async function EntriesTable({ entries, label, since }: TableProps) {
  const t = await getTranslations("compare");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  // What is gone by now is opened as it stood.
  const hrefOf = ({ id, isThere }: ComparedEntry) => `/activities/${id}${isThere ? "" : `?asof=${since}`}` as Route;
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th className="w-20">{terms("noun.code")}</Th>
          <Th className="w-[42%] min-w-52">{terms("noun.activity")}</Th>
          <Th className="min-w-60">{t("changes")}</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} className="align-top">
            <Td>
              <ProperName>{entry.code}</ProperName>
            </Td>
            <Th scope="row">
              <Link href={hrefOf(entry)} className="link">
                <BilingualText en={entry.titleEn} lo={entry.titleLo} {...words} />
              </Link>{" "}
              {entry.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
              <span className="block font-normal text-ink-2 text-xs">
                <BilingualText en={entry.planEn} lo={entry.planLo} {...words} />
              </span>
            </Th>
            <Td>
              <ChangeLines entry={entry} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
