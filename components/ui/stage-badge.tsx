import type { Stage } from "@/domain/lifecycle";
import { classes } from "./classes";
import { StageBars } from "./stage-bars";

/** Bars of the stages on the way to approval. Accepted (Retreat) stands beside considered (JWG): the word tells them apart. */
const barsOf: Readonly<Partial<Record<Stage, number>>> = {
  draft: 1,
  submitted: 2,
  considered: 3,
  accepted: 3,
  endorsed: 4,
  approved: 5,
};

/** Off the way: a square with a sign of its own, so that no number of bars is claimed. */
const signOf: Readonly<Partial<Record<Stage, string>>> = {
  returned: "M9.5 7H4.8M6.8 4.8 4.6 7l2.2 2.2",
  deferred: "M4.5 7h4.7M7.2 4.8 9.4 7 7.2 9.2",
  merged: "M4.2 3.9 7 6.8v3.4M9.8 3.9 7 6.8",
  withdrawn: "M4.6 7h4.8",
  not_supported: "m5 5 4 4m0-4L5 9",
};

type Props = {
  stage: Stage;
  /** The word, such as "Considered by JWG" or, in tables, "JWG considered". */
  label: string;
  tone?: "current" | "past";
  className?: string;
};

/** Where a proposal stands: bars, or a sign when it left the way, and always the word. */
export function StageBadge({ stage, label, tone = "current", className }: Props) {
  const filled = barsOf[stage];
  return (
    <span className={classes("inline-flex items-center gap-1.5", tone === "past" && "text-ink-2", className)}>
      {filled === undefined ? <StageSign stage={stage} /> : <StageBars filled={filled} tone={tone} />}
      <span>{label}</span>
    </span>
  );
}

function StageSign({ stage }: { stage: Stage }) {
  return (
    <svg
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="size-3.5 shrink-0 text-ink-3"
    >
      <rect x="1" y="1" width="12" height="12" rx="2" />
      <path d={signOf[stage]} />
    </svg>
  );
}
