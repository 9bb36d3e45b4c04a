import { getTranslations } from "next-intl/server";
import { ArrowRight } from "@/components/ui/icons";
import { StageBadge } from "@/components/ui/stage-badge";
import type { Stage } from "@/domain/lifecycle";

/** The change of stage by a decision; a dash if the stage does not change. */
export async function StageStep({ from, to }: { from: Stage | null; to: Stage | null }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  if (!to) return "–";
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {from && from !== to && (
        <>
          <span className="sr-only">{t("from")}</span>
          <StageBadge stage={from} label={terms(`stage.${from}`)} tone="past" />
          <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
          <span className="sr-only">{t("to")}</span>
        </>
      )}
      <StageBadge stage={to} label={terms(`stage.${to}`)} />
    </span>
  );
}
