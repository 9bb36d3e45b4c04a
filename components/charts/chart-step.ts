import type { ChartStep } from "@/domain/chart-steps";

/**
 * Fill, edge and text of each step. Dashes and hatches distinguish the pale ones without colour.
 */
export const stepLook: Readonly<Record<ChartStep, { fill: string; text: string; dash?: string }>> = {
  c4: { fill: "fill-c4", text: "fill-surface text-surface" },
  c3: { fill: "fill-c3", text: "fill-on-c3 text-on-c3" },
  c2: { fill: "fill-c2", text: "fill-ink text-ink" },
  c1: { fill: "fill-surface", text: "fill-ink text-ink", dash: "4 3" },
  hatch: { fill: "fill-surface", text: "fill-ink-2 text-ink-2" },
  none: { fill: "fill-sunken", text: "fill-ink-2 text-ink-2", dash: "1 3" },
};
