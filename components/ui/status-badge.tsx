import type { Status } from "@/domain/lifecycle";
import { classes } from "./classes";

const filledCircle = { fill: "currentColor", stroke: "none" };

/** The glyph of the implementation family: a circle that fills. @param plain in the colour of the text around it */
export function StatusGlyph({
  status,
  className,
  plain = false,
}: {
  status: Status;
  className?: string;
  plain?: boolean;
}) {
  const colour = {
    not_started: "text-ink-3",
    ongoing: "text-c3",
    implemented: "text-c3",
    completed: "text-c4",
    cancelled: "text-ink-3",
  };
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes("size-3.5 shrink-0", !plain && colour[status], className)}
    >
      {status === "not_started" && <circle cx="7" cy="7" r="5.8" strokeDasharray="2.1 1.54" strokeLinecap="butt" />}
      {(status === "ongoing" || status === "implemented" || status === "cancelled") && <circle cx="7" cy="7" r="5.8" />}
      {status === "ongoing" && <path d="M7 3.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" stroke="none" />}
      {status === "implemented" && <path d="M7 3.4A3.6 3.6 0 1 1 3.4 7H7z" fill="currentColor" stroke="none" />}
      {status === "completed" && <circle cx="7" cy="7" r={plain ? 5.8 : 6.5} {...(!plain && filledCircle)} />}
      {status === "completed" && (
        <path d="m4.2 7.2 2 2 3.7-4.1" className={plain ? undefined : "text-surface"} strokeWidth="1.5" />
      )}
      {status === "cancelled" && <path d="m5 5 4 4m0-4L5 9" />}
    </svg>
  );
}

type Props = { status: Status; label: string; className?: string };

/** How far the work is: circle and word. */
export function StatusBadge({ status, label, className }: Props) {
  return (
    <span className={classes("inline-flex items-center gap-1.5", status === "cancelled" && "text-ink-2", className)}>
      <StatusGlyph status={status} />
      <span>{label}</span>
    </span>
  );
}
