import { classes } from "./classes";

type Props = {
  /** 0 to 100. */
  value: number;
  /** Read by screen readers and shown with `showLabel`, such as "45%". */
  label: string;
  showLabel?: boolean;
  /** Where it should be, 0 to 100, as a line across the bar; its words stand beside the bar. */
  mark?: { value: number; isBehind: boolean };
  className?: string;
};

/** A percentage as a bar. It is an SVG, so that it prints and remains visible in forced colours. */
export function ProgressBar({ value, label, showLabel = false, mark, className }: Props) {
  const width = Math.min(100, Math.max(0, value));
  return (
    <span className={classes("inline-flex items-center gap-2", className)}>
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        role="img"
        aria-label={showLabel ? undefined : label}
        aria-hidden={showLabel || undefined}
        className="h-2 w-full min-w-24 flex-1 overflow-hidden rounded-full border border-line-strong text-c3"
      >
        <rect width={width} height="6" fill="currentColor" />
        {mark && (
          <rect
            x={Math.min(99, mark.value)}
            width="1"
            height="6"
            fill="currentColor"
            className={mark.isBehind ? "text-warn" : "text-ink"}
          />
        )}
      </svg>
      {showLabel && <span className="text-ink-2 text-xs">{label}</span>}
    </span>
  );
}
