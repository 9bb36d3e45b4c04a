import { getLocale, getTranslations } from "next-intl/server";
import { formatPercent } from "@/i18n/format";
import type { RuleDeadlines, RuleLine } from "../server/list-rule-deadlines";
import { DueDay, Met } from "./deadline-words";

/**
 * What the rules of its fund and of completion require of an activity; shown below the deadlines
 * that people set.
 */
export async function RuleItems({ found: { lines, today, rules } }: { found: RuleDeadlines }) {
  const t = await getTranslations("deadlines.rules");
  return (
    <div className="mt-1.5 border-line border-t pt-1.5">
      <h3 className="font-medium text-ink-2 text-xs">{t("card")}</h3>
      <ul>
        {lines.map((line) => (
          <RuleItem key={line.kind} line={line} today={today} percent={rules.disbursedPercent} />
        ))}
      </ul>
    </div>
  );
}

async function RuleItem({ line, today, percent }: { line: RuleLine; today: string; percent: number }) {
  const t = await getTranslations("deadlines.rules");
  const locale = await getLocale();
  const { kind, dueOn, isPlanned, isMet, state } = line;
  return (
    <li className="border-line border-b py-1.5 text-sm last:border-b-0">
      <span>{t(`kind.${kind}`, { percent: formatPercent(percent, locale) })}</span>
      {dueOn === null ? (
        <span className="block text-ink-2 text-xs">{t("noEnd")}</span>
      ) : (
        <DueDay due={{ dueOn, doneOn: null, state }} today={today} />
      )}
      {isMet && <Met label={t("met")} />}
      {dueOn !== null && isPlanned && !isMet && <span className="block text-ink-2 text-xs">{t("planned")}</span>}
    </li>
  );
}
