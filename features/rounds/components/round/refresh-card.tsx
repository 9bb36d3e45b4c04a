import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { Card } from "@/components/ui/card";
import { refresh } from "@/features/rounds/actions";
import type { RoundPage } from "@/features/rounds/server/get-round";

const steps = ["added", "refilled", "reassigned", "removed"] as const;

/**
 * For heads of division: the drafts that no longer match the register, and a button that refreshes
 * them.
 */
export async function RefreshCard({ page: { round, outdated } }: { page: RoundPage }) {
  const t = await getTranslations("rounds.refresh");
  if (!outdated) return null;
  return (
    <Card id="refresh" title={t("title")}>
      <p className="text-ink-2 text-sm">{t("hint")}</p>
      <ul className="my-1.5 list-disc pl-5 text-sm">
        {steps
          .filter((step) => outdated[step] > 0)
          .map((step) => (
            <li key={step}>{t(step, { count: outdated[step] })}</li>
          ))}
      </ul>
      <ActButton action={refresh} fields={{ roundId: round.id, version: round.version }} label={t("act")} />
    </Card>
  );
}
