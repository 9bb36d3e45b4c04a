import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import type { ChartStep } from "@/domain/chart-steps";
import { stepLook } from "./chart-step";

type Props = {
  /** Tooltip, such as "Malaysia, Ongoing: 1". */
  title: string;
  step: ChartStep;
  /** Percent of the full width. */
  x: number;
  width: number;
  children?: ReactNode;
};

/** One segment of a bar. The outer half of its stroke is clipped, so that the edge is 1 px wide. */
export function BarPart({ title, step, x, width, children }: Props) {
  const look = stepLook[step];
  return (
    <svg x={`${x}%`} width={`${width}%`} height="100%" className={classes("overflow-hidden", look.text)}>
      <title>{title}</title>
      <rect width="100%" height="100%" className={look.fill} />
      {step === "hatch" && <rect width="100%" height="100%" fill="url(#chart-hatch)" />}
      <rect
        width="100%"
        height="100%"
        fill="none"
        className="stroke-cline"
        strokeWidth="2"
        strokeDasharray={look.dash}
      />
      {children}
    </svg>
  );
}

/** The hatch pattern of all charts of a page; rendered once on a page with charts. */
export function ChartPatterns() {
  return (
    <svg aria-hidden="true" focusable="false" width="0" height="0" className="absolute">
      <defs>
        <pattern id="chart-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="stroke-ink-3" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  );
}
