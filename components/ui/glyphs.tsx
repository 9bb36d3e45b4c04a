import type { Schedule, Stage, Status } from "@/domain/lifecycle";
import { classes } from "./classes";

/** Stages that bars cannot show: those that ended, or wait. */
export type OffTheWay = Extract<Stage, "returned" | "deferred" | "merged" | "withdrawn" | "not_supported">;
type Bars = 0 | 1 | 2 | 3 | 4 | 5;
export type GlyphName = Status | "completed_plain" | Schedule | OffTheWay | `bars_${Bars}`;

/** A glyph in the colour of the surrounding text. Its word is always beside it. */
export function Glyph({ name, className = "size-3.5" }: { name: GlyphName; className?: string }) {
  return (
    <svg aria-hidden="true" fill="none" className={classes("shrink-0", className)}>
      <use href={`#g-${name}`} />
    </svg>
  );
}
