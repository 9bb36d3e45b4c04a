import { cycleAfter } from "@/domain/cycles";
import type { CurrentCycle } from "./current-cycle";
import type { PeriodLine } from "./periods";

export type ChosenPeriod = {
  /** The cycle of the day, if the chosen one is over. */
  after: PeriodLine | null;
  period: PeriodLine;
  beside: PeriodLine | null;
  /** Every work cycle, the earliest first. */
  cycles: PeriodLine[];
};

/**
 * The period of that code, or the current cycle, with the cycle shown beside it: the one in
 * preparation beside the current cycle, otherwise the following one.
 * @param all every period, the earliest first
 * @param today `YYYY-MM-DD`
 * @returns null if there is no such period
 */
export function choosePeriod(
  all: readonly PeriodLine[],
  cycle: CurrentCycle,
  { code, today }: { code: string | null; today: string },
): ChosenPeriod | null {
  const find = (wanted: string | null) => all.find((period) => period.code === wanted) ?? null;
  const cycles = all.filter((period) => period.kind === "work_cycle");
  const period = code === null ? (find(cycle.current) ?? cycles.at(-1) ?? null) : find(code);
  if (!period) return null;
  const after = cycleAfter(cycles, period, today);
  if (period.kind !== "work_cycle") return { period, beside: null, after: null, cycles };
  const next = cycles.find((other) => other.startsOn > period.startsOn) ?? null;
  const beside = period.code === cycle.current ? (find(cycle.preparing) ?? next) : next;
  return { period, beside, after, cycles };
}
