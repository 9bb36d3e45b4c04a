import { hasSchedule, type Status, statuses } from "./lifecycle";

/** The history of an entry in two orders: as it was recorded, and as it took effect. */

/**
 * The whole entry after one change: entry and activity as objects, everything that belongs to them
 * as lists.
 */
export type Snapshot = Readonly<Record<string, unknown>>;

export type RecordedVersion = {
  /** Higher for each recorded change. */
  id: number;
  /**
   * When the change takes effect, in milliseconds. A decision takes effect on its meeting's day,
   * even if it is recorded later.
   */
  validFrom: number;
  isRemoval: boolean;
  /**
   * The stage to which a meeting moved the entry. It holds from then on, even if the entry was at
   * that stage or further when the decision was recorded.
   */
  movedTo?: string | null;
  /**
   * For a decision that was corrected so that together nothing changed: `wrong` changes nothing,
   * and `restored` returns to the stage in which the wrong one found the entry, unless an earlier
   * meeting recorded since moved it elsewhere.
   */
  undone?: "wrong" | "restored";
  snapshot: Snapshot;
};

export type EffectiveVersion = { id: number; validFrom: number; validTo: number | null; snapshot: Snapshot };

type Change = { part: string; field: string | null; value: unknown };

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** True if a meeting's decision sets this field. */
function isMove({ part, field }: Change): boolean {
  return part === "entry" && ["stage", "status", "schedule", "scheduleReason", "progress"].includes(field ?? "");
}

/**
 * The fields of entry and activity that differ in the later snapshot; each list is compared as a
 * whole.
 */
function changesBetween(earlier: Snapshot, later: Snapshot): Change[] {
  return Object.keys({ ...earlier, ...later }).flatMap((part): Change[] => {
    const [before, after] = [earlier[part], later[part]];
    if (!isFields(before) || !isFields(after))
      return isSame(before, after) ? [] : [{ part, field: null, value: after }];
    return Object.keys({ ...before, ...after })
      .filter((field) => !isSame(before[field], after[field]))
      .map((field) => ({ part, field, value: after[field] }));
  });
}

/**
 * Applies a meeting's decision: approval sets "not started, on track"; without approval there is no
 * status and no schedule.
 */
function withMove(snapshot: Snapshot, stage: string): Snapshot {
  const { entry } = snapshot;
  if (!isFields(entry)) return snapshot;
  const none = { status: null, schedule: null, scheduleReason: null, progress: null };
  const begun = { ...none, status: "not_started", schedule: "on_track", progress: 0 };
  const rest = stage !== "approved" ? none : entry.status === null ? begun : {};
  return { ...snapshot, entry: { ...entry, stage, ...rest } };
}

/** Work that is over has no schedule, whatever was recorded of it earlier. */
function withoutPastSchedule(snapshot: Snapshot): Snapshot {
  const { entry } = snapshot;
  if (!isFields(entry) || !isStatus(entry.status) || hasSchedule(entry.status) || entry.schedule === null)
    return snapshot;
  return { ...snapshot, entry: { ...entry, schedule: null, scheduleReason: null } };
}

const isStatus = (value: unknown): value is Status => statuses.includes(value as Status);

/**
 * Applies a decision to a history that begins after it: from its first version on the decision
 * holds, whatever earlier ones were added.
 */
function withBeginning(snapshot: Snapshot, { snapshot: { entry: begun } }: RecordedVersion): Snapshot {
  const { entry } = snapshot;
  const isDecided = isFields(begun) && typeof begun.stage === "string" && !["draft", "submitted"].includes(begun.stage);
  if (!isDecided || !isFields(entry)) return snapshot;
  const { stage, status, schedule, scheduleReason, progress } = begun;
  return { ...snapshot, entry: { ...entry, stage, status, schedule, scheduleReason, progress } };
}

function withChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const result: Record<string, unknown> = { ...snapshot };
  for (const { part, field, value } of changes) {
    const fields = result[part];
    result[part] = field !== null && isFields(fields) ? { ...fields, [field]: value } : value;
  }
  return result;
}

/**
 * Puts the history into the order of effect. Each change applies to what was in effect before it,
 * so that one recorded late changes only what it changed. The first recorded version is the base of
 * all others.
 * @param recorded in the order of recording
 * @returns in the order of effect; a moment belongs to the last version that begins at it or before
 *   it
 */
export function inEffect(recorded: readonly RecordedVersion[]): EffectiveVersion[] {
  const [first] = recorded;
  if (!first) return [];
  const changes = new Map(
    recorded.map(({ id, snapshot }, index) => {
      const earlier = recorded[index - 1];
      return [id, earlier ? changesBetween(earlier.snapshot, snapshot) : []];
    }),
  );
  const ordered = [...recorded].sort((a, b) => a.validFrom - b.validFrom || a.id - b.id);
  let snapshot = first.snapshot;
  let stageBy = 0;
  return ordered.map(({ id, validFrom, isRemoval, undone, movedTo = null }, index) => {
    const isPassed = undone === "wrong" || (undone === "restored" && stageBy > id);
    const own = (changes.get(id) ?? []).filter((change) => !isPassed || !isMove(change));
    snapshot = withChanges(snapshot, own);
    if (movedTo !== null && !isPassed) snapshot = withMove(snapshot, movedTo);
    if (id === first.id) snapshot = withBeginning(snapshot, first);
    if (!isPassed && (movedTo !== null || own.some(({ field }) => field === "stage"))) stageBy = id;
    snapshot = withoutPastSchedule(snapshot);
    return { id, validFrom, validTo: isRemoval ? validFrom : (ordered[index + 1]?.validFrom ?? null), snapshot };
  });
}
