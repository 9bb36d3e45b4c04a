import type { Schedule } from "@/domain/lifecycle";
import { classes } from "./classes";
import { Glyph } from "./glyphs";

const toneOf: Readonly<Record<Schedule, string>> = {
  on_track: "text-ink-2",
  at_risk: "rounded-md border border-warn-line bg-warn-bg px-2 font-medium text-warn",
  delayed: "rounded-md border border-bad-line bg-bad-bg px-2 font-medium text-bad",
  extended: "rounded-md border border-line-strong bg-surface px-2 text-ink-2",
};

type Props = { schedule: Schedule; label: string; className?: string };

/** The schedule of the work. Only exceptions are coloured. */
export function ScheduleBadge({ schedule, label, className }: Props) {
  return (
    <span className={classes("inline-flex items-center gap-1.5 text-xs", toneOf[schedule], className)}>
      <Glyph name={schedule} />
      <span>{label}</span>
    </span>
  );
}
