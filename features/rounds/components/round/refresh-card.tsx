import { getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { Card } from "@/components/ui/card";
import { renew } from "@/features/rounds/actions";
import type { RoundPage } from "@/features/rounds/server/get-round";

const steps = ["added", "refilled", "reassigned", "removed"] as const;

/** For the heads: how the drafts no longer fit the register, and the act that mends it. */
export async function RenewCard({ page: { round, renewal } }: { page: RoundPage }) {
  const t = await getTranslations("rounds.renew");
  if (!renewal) return null;
  return (
    <Card id="renew" title={t("title")}>
      <p className="text-ink-2 text-sm">{t("hint")}</p>
      <ul className="my-1.5 list-disc pl-5 text-sm">
        {steps
          .filter((step) => renewal[step] > 0)
          .map((step) => (
            <li key={step}>{t(step, { count: renewal[step] })}</li>
          ))}
      </ul>
      <ActButton action={renew} fields={{ roundId: round.id, version: round.version }} label={t("act")} />
    </Card>
  );
}
