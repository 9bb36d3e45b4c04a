import { daysBetween } from "./days";
import type { Schedule, Stage, Status } from "./lifecycle";

/** An entry at one moment, with the fields that two moments are compared by. */
export type Side = {
  stage: Stage | null;
  status: Status | null;
  schedule: Schedule | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  /** Proponent, co-proponents and implementing agencies, in any order. */
  responsible: readonly string[];
};

export const changeKinds = ["new", "dropped", "decided", "stage", "status", "dates", "responsible"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type Change =
  | { kind: "new" }
  /** The entry left the register, was ended by a decision, or was cancelled. */
  | { kind: "dropped"; by: "removal" | "decision" | "status" }
  | { kind: "stage"; from: Stage | null; to: Stage | null }
  | { kind: "status"; from: Status | null; to: Status | null }
  /** `days` from the first date to the second; negative if earlier; null if one is unknown. */
  | { kind: "dates"; which: "start" | "end"; from: string | null; to: string | null; days: number | null }
  | { kind: "responsible"; from: readonly string[]; to: readonly string[] };

const endings: readonly (Stage | null)[] = ["withdrawn", "not_supported", "merged"];

/**
 * What changed in an entry between two moments. A side is null if the entry was not in the register
 * then.
 */
export function compareSides(before: Side | null, after: Side | null): Change[] {
  if (!after) return before ? [{ kind: "dropped", by: "removal" }] : [];
  if (!before) return [{ kind: "new" }];
  const changes: Change[] = [];
  if (endings.includes(after.stage) && !endings.includes(before.stage))
    changes.push({ kind: "dropped", by: "decision" });
  if (after.status === "cancelled" && before.status !== "cancelled") changes.push({ kind: "dropped", by: "status" });
  if (after.stage !== before.stage) changes.push({ kind: "stage", from: before.stage, to: after.stage });
  if (after.status !== before.status) changes.push({ kind: "status", from: before.status, to: after.status });
  changes.push(...movedDay("start", before.plannedStartOn, after.plannedStartOn));
  changes.push(...movedDay("end", before.plannedEndOn, after.plannedEndOn));
  const [from, to] = [[...before.responsible].sort(), [...after.responsible].sort()];
  if (from.join("\n") !== to.join("\n")) changes.push({ kind: "responsible", from, to });
  return changes;
}

function movedDay(which: "start" | "end", from: string | null, to: string | null): Change[] {
  if (from === to) return [];
  return [{ kind: "dates", which, from, to, days: from && to ? daysBetween(from, to) : null }];
}

/**
 * Counts, for each group, the entries that changed in each way; an entry counts once for each kind
 * of change.
 */
export function countByGroup(
  rows: readonly { group: string; kinds: readonly ChangeKind[] }[],
): Map<string, Record<ChangeKind, number>> {
  const counts = new Map<string, Record<ChangeKind, number>>();
  for (const { group, kinds } of rows) {
    const line = counts.get(group) ?? noChanges();
    for (const kind of new Set(kinds)) line[kind] += 1;
    counts.set(group, line);
  }
  return counts;
}

/** An empty line of the summary. */
export function noChanges(): Record<ChangeKind, number> {
  return { new: 0, dropped: 0, decided: 0, stage: 0, status: 0, dates: 0, responsible: 0 };
}
