import type { CurrentCycle } from "./current-cycle";
import type { PeriodLine } from "./periods";

export type ChosenPeriod = {
  period: PeriodLine;
  beside: PeriodLine | null;
  /** Every work cycle, the earliest first. */
  cycles: PeriodLine[];
};

/**
 * The period of that code, or the current cycle, with the cycle shown beside it: the one in
 * preparation beside the current cycle, otherwise the following one.
 * @param all every period, the earliest first
 * @returns null if there is no such period
 */
export function choosePeriod(
  all: readonly PeriodLine[],
  cycle: CurrentCycle,
  code: string | null,
): ChosenPeriod | null {
  const find = (wanted: string | null) => all.find((period) => period.code === wanted) ?? null;
  const cycles = all.filter((period) => period.kind === "work_cycle");
  const period = code === null ? (find(cycle.current) ?? cycles.at(-1) ?? null) : find(code);
  if (!period) return null;
  if (period.kind !== "work_cycle") return { period, beside: null, cycles };
  const next = cycles.find((other) => other.startsOn > period.startsOn) ?? null;
  const beside = period.code === cycle.current ? (find(cycle.preparing) ?? next) : next;
  return { period, beside, cycles };
}
