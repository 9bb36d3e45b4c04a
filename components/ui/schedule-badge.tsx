import type { Schedule } from "@/domain/lifecycle";
import { classes } from "./classes";

const pathOf: Readonly<Record<Schedule, string>> = {
  on_track: "m2.5 7.5 3 3 6-7",
  at_risk: "M7 1.8 13 12.2H1zM7 5.6v2.8M7 10.3v.1",
  delayed: "M7 1.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 7 1.2M7 3.9V7l2 1.4",
  extended: "M1.5 7h8M7 4.3 9.7 7 7 9.7M12.3 3v8",
};

const toneOf: Readonly<Record<Schedule, string>> = {
  on_track: "text-ink-2",
  at_risk: "rounded-md border border-warn-line bg-warn-bg px-2 font-medium text-warn",
  delayed: "rounded-md border border-bad-line bg-bad-bg px-2 font-medium text-bad",
  extended: "rounded-md border border-line-strong bg-surface px-2 text-ink-2",
};

/** The glyph of the schedule family: tick, triangle, clock, arrow to a later line. */
export function ScheduleGlyph({ schedule, className }: { schedule: Schedule; className?: string }) {
  return (
    <svg
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes("size-3.5 shrink-0", className)}
    >
      <path d={pathOf[schedule]} />
    </svg>
  );
}

type Props = { schedule: Schedule; label: string; className?: string };

/** Whether the work keeps its dates. Only the exceptions are coloured. */
export function ScheduleBadge({ schedule, label, className }: Props) {
  return (
    <span className={classes("inline-flex items-center gap-1.5 text-xs", toneOf[schedule], className)}>
      <ScheduleGlyph schedule={schedule} />
      <span>{label}</span>
    </span>
  );
}
