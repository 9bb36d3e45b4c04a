import { getLocale, getTranslations } from "next-intl/server";
import { Clock } from "@/components/ui/icons";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatAge } from "@/i18n/format";
import type { StateShares } from "../server/list-state-shares";

type Cell = StateShares["cells"][number];

/**
 * One state's share of an entry: role, its own status, and the age of its last report. Silence is
 * shown by a clock and words, without a warning colour.
 */
export async function ShareCell({ cell, today }: { cell: Cell; today: string }) {
  const t = await getTranslations("states");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  return (
    <span className="flex flex-col items-start gap-0.5 text-xs">
      <span className={cell.role === "lead" ? "font-medium" : "text-ink-2"}>
        {terms(`entryStateRole.${cell.role}`)}
      </span>
      {cell.status && <StatusBadge status={cell.status} label={terms(`statusShort.${cell.status}`)} />}
      {cell.isOpen && cell.lastReportedOn !== null && (
        <span className="text-ink-2">{formatAge(cell.lastReportedOn, today, locale)}</span>
      )}
      {cell.isOpen && cell.lastReportedOn === null && (
        <span className="whitespace-nowrap rounded-sm border border-line-strong border-dashed px-1 text-ink-2">
          {t("notReported")}
        </span>
      )}
      {cell.isSilent && cell.waitingDays !== null && (
        <span className="inline-flex items-center gap-1 whitespace-nowrap">
          <Clock aria-hidden className="size-3.5 shrink-0" />
          <span>{t("waiting", { count: cell.waitingDays })}</span>
        </span>
      )}
    </span>
  );
}
