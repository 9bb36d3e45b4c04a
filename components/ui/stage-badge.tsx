import type { Stage } from "@/domain/lifecycle";
import { classes } from "./classes";
import { Glyph, type GlyphName, type OffTheWay } from "./glyphs";

/**
 * Number of bars of the stages on the way to approval. Accepted (Retreat) has as many as considered
 * (JWG): the word distinguishes them.
 */
const barsOf: Readonly<Record<Exclude<Stage, OffTheWay>, GlyphName>> = {
  draft: "bars_1",
  submitted: "bars_2",
  considered: "bars_3",
  accepted: "bars_3",
  endorsed: "bars_4",
  approved: "bars_5",
};

const barsSize = "h-[0.6875rem] w-[1.625rem]";

type Props = {
  stage: Stage;
  /** The label, such as "Considered by JWG" or, in tables, "JWG considered". */
  label: string;
  tone?: "current" | "past";
  className?: string;
};

/** The stage of a proposal: bars, or a sign if it ended, and always the word. */
export function StageBadge({ stage, label, tone = "current", className }: Props) {
  return (
    <span className={classes("inline-flex items-center gap-1.5", tone === "past" && "text-ink-2", className)}>
      {stage in barsOf ? (
        <Glyph
          name={barsOf[stage as keyof typeof barsOf]}
          className={tone === "past" ? `${barsSize} text-ink-3` : `${barsSize} text-accent`}
        />
      ) : (
        <Glyph name={stage as OffTheWay} className="size-3.5 text-ink-3" />
      )}
      <span>{label}</span>
    </span>
  );
}
