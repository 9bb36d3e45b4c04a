import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import { classes } from "./classes";

/** Stages off the way to approval, which bars could not tell. */
export type OffTheWay = Extract<Stage, "returned" | "deferred" | "merged" | "withdrawn" | "not_supported">;
type Bars = 0 | 1 | 2 | 3 | 4 | 5;
export type GlyphName = Status | "completed_plain" | Schedule | OffTheWay | `bars_${Bars}`;

/** One of the drawings, in the colour of the text around it. The word stands beside it, never inside. */
export function Glyph({ name, className = "size-3.5" }: { name: GlyphName; className?: string }) {
  return (
    <svg aria-hidden="true" fill="none" className={classes("shrink-0", className)}>
      <use href={`#g-${name}`} />
    </svg>
  );
}
