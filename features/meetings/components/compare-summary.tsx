import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { StateCode } from "@/components/ui/state-code";
import { Table, Td, Th } from "@/components/ui/table";
import { changeKinds, countByGroup, noChanges } from "@/domain/comparison";
import { formatNumber } from "@/i18n/format";
import type { Comparison } from "../server/compare-moments";

/** The id of the section with a lead state's changes. */
export const groupId = (lead: string | null): string => `changes-${lead ?? "none"}`;

/**
 * The number of changed activities of each lead state by kind of change, each line linked to its
 * section.
 */
export async function CompareSummary({ comparison: { entries, states } }: { comparison: Comparison }) {
  const t = await getTranslations("compare");
  const locale = await getLocale();
  const counts = countByGroup(entries.map(({ lead, kinds }) => ({ group: lead ?? "", kinds })));
  const all = countByGroup(entries.map(({ kinds }) => ({ group: "", kinds }))).get("") ?? noChanges();
  const groups = [
    ...states.filter(({ code }) => counts.has(code)).map(({ code }) => code),
    ...(counts.has("") ? [""] : []),
  ];
  const nameOf = (code: string) => {
    const state = states.find((one) => one.code === code);
    return state ? ((locale === "lo" ? state.nameLo : null) ?? state.nameEn) : t("noLead");
  };
  return (
    <Card title={t("summary")}>
      <Table label={t("summary")}>
        <thead>
          <tr>
            <Th>{t("state")}</Th>
            {changeKinds.map((kind) => (
              <Th key={kind} numeric>
                {t(`kind.${kind}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((code) => (
            <tr key={code}>
              <Th scope="row">
                <a className="link inline-flex min-h-6 items-center gap-1.5" href={`#${groupId(code || null)}`}>
                  {code && <StateCode code={code} />}
                  <span>{nameOf(code)}</span>
                </a>
              </Th>
              {changeKinds.map((kind) => (
                <Td key={kind} numeric>
                  {formatNumber(counts.get(code)?.[kind] ?? 0, locale)}
                </Td>
              ))}
            </tr>
          ))}
          <tr>
            <Th scope="row">{t("all")}</Th>
            {changeKinds.map((kind) => (
              <Td key={kind} numeric className="font-semibold">
                {formatNumber(all[kind], locale)}
              </Td>
            ))}
          </tr>
        </tbody>
      </Table>
    </Card>
  );
}
