"use client";

import type { ReactNode } from "react";
import type { Schedule, Status } from "@/domain/lifecycle";
import type { OffTheWay } from "./glyphs";

const bars = [0, 1, 2, 3, 4] as const;
const circle = <circle cx="7" cy="7" r="5.8" />;
const solid = { fill: "currentColor", stroke: "none" };

/** Circles with a growing fill. */
const ofStatus: Readonly<Record<Status | "completed_plain", ReactNode>> = {
  not_started: <circle cx="7" cy="7" r="5.8" strokeDasharray="2.1 1.54" strokeLinecap="butt" />,
  ongoing: (
    <>
      {circle}
      <path d="M7 3.4a3.6 3.6 0 0 1 0 7.2z" {...solid} />
    </>
  ),
  implemented: (
    <>
      {circle}
      <path d="M7 3.4A3.6 3.6 0 1 1 3.4 7H7z" {...solid} />
    </>
  ),
  completed: (
    <>
      <circle cx="7" cy="7" r="6.5" {...solid} />
      <path d="m4.2 7.2 2 2 3.7-4.1" className="text-surface" strokeWidth="1.5" />
    </>
  ),
  completed_plain: (
    <>
      {circle}
      <path d="m4.2 7.2 2 2 3.7-4.1" strokeWidth="1.5" />
    </>
  ),
  cancelled: (
    <>
      {circle}
      <path d="m5 5 4 4m0-4L5 9" />
    </>
  ),
};

/** Check mark, triangle, clock, arrow. */
const ofSchedule: Readonly<Record<Schedule, string>> = {
  on_track: "m2.5 7.5 3 3 6-7",
  at_risk: "M7 1.8 13 12.2H1zM7 5.6v2.8M7 10.3v.1",
  delayed: "M7 1.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 7 1.2M7 3.9V7l2 1.4",
  extended: "M1.5 7h8M7 4.3 9.7 7 7 9.7M12.3 3v8",
};

/** The same in a square. */
const ofStage: Readonly<Record<OffTheWay, string>> = {
  returned: "M9.5 7H4.8M6.8 4.8 4.6 7l2.2 2.2",
  deferred: "M4.5 7h4.7M7.2 4.8 9.4 7 7.2 9.2",
  merged: "M4.2 3.9 7 6.8v3.4M9.8 3.9 7 6.8",
  withdrawn: "M4.6 7h4.8",
  not_supported: "m5 5 4 4m0-4L5 9",
};

/** Five bars, filled from the left. */
function barsOf(filled: number): ReactNode {
  return bars.map((bar) =>
    bar < filled ? (
      <rect key={bar} x={bar * 5.4} width="4.2" height="11" rx="1" fill="currentColor" />
    ) : (
      <rect
        key={bar}
        x={bar * 5.4 + 0.5}
        y="0.5"
        width="3.2"
        height="10"
        rx="0.8"
        stroke="currentColor"
        strokeOpacity="0.6"
      />
    ),
  );
}

const entriesOf = <K extends string, V>(drawings: Readonly<Record<K, V>>) => Object.entries(drawings) as [K, V][];
const line = { stroke: "currentColor", strokeLinecap: "round", strokeLinejoin: "round" } as const;

/**
 * All glyphs once, hidden at the top of the page. A table of fifty rows refers to them instead of
 * repeating each drawing.
 */
export function GlyphSprite() {
  return (
    <svg aria-hidden="true" focusable="false" fill="none" className="absolute size-0">
      {entriesOf(ofStatus).map(([name, drawing]) => (
        <symbol key={name} id={`g-${name}`} viewBox="0 0 14 14" strokeWidth="1.4" {...line}>
          {drawing}
        </symbol>
      ))}
      {entriesOf(ofSchedule).map(([name, path]) => (
        <symbol key={name} id={`g-${name}`} viewBox="0 0 14 14" strokeWidth="1.2" {...line}>
          <path d={path} />
        </symbol>
      ))}
      {entriesOf(ofStage).map(([name, path]) => (
        <symbol key={name} id={`g-${name}`} viewBox="0 0 14 14" strokeWidth="1.3" {...line}>
          <rect x="1" y="1" width="12" height="12" rx="2" />
          <path d={path} />
        </symbol>
      ))}
      {[0, ...bars.map((bar) => bar + 1)].map((filled) => (
        <symbol key={filled} id={`g-bars_${filled}`} viewBox="0 0 26 11">
          {barsOf(filled)}
        </symbol>
      ))}
    </svg>
  );
}
