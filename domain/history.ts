/** What was recorded of an entry at each change, and what was in effect at each moment: two orders of the same history. */

/** The whole entry as one change left it: objects for entry and activity, lists for what hangs on them. */
export type Snapshot = Readonly<Record<string, unknown>>;

export type RecordedVersion = {
  /** Grows with each change that is recorded. */
  id: number;
  /** When the change takes effect, in milliseconds: a decision that is written down later takes effect on its meeting's day. */
  validFrom: number;
  isRemoval: boolean;
  /**
   * The stage to which a meeting led the entry with it: in effect from then on, even where the register stood there, or further, when it was
   * recorded.
   */
  movedTo?: string | null;
  /**
   * Of a decision that was put right so that, both taken together, nothing moved: `wrong` it moves nothing, and `restored` leads back to where
   * the wrong one had found the entry, unless an earlier meeting that was written down since led it elsewhere.
   */
  undone?: "wrong" | "restored";
  snapshot: Snapshot;
};

export type EffectiveVersion = { id: number; validFrom: number; validTo: number | null; snapshot: Snapshot };

type Change = { part: string; field: string | null; value: unknown };

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Is it something that a meeting's decision moves? */
function isMove({ part, field }: Change): boolean {
  return part === "entry" && ["stage", "status", "schedule", "scheduleReason", "progress"].includes(field ?? "");
}

/** What the later snapshot has otherwise: field by field of entry and activity, each list as a whole. */
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

/** A meeting's decision in effect: with approval work begins at "not started, on track"; without it there is neither status nor schedule. */
function withMove(snapshot: Snapshot, stage: string): Snapshot {
  const { entry } = snapshot;
  if (!isFields(entry)) return snapshot;
  const none = { status: null, schedule: null, scheduleReason: null, progress: null };
  const begun = { ...none, status: "not_started", schedule: "on_track", progress: 0 };
  const rest = stage !== "approved" ? none : entry.status === null ? begun : {};
  return { ...snapshot, entry: { ...entry, stage, ...rest } };
}

/** A history that was first written down after a decision: from its beginning on that decision holds, whatever earlier ones were added. */
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
 * The history in the order of effect: each change on what was in effect before it, so that one which is recorded late changes what it
 * changed and nothing else. The first recorded version is what all the others stand on, whenever they take effect.
 * @param recorded in the order of recording
 * @returns in the order of effect; a moment belongs to the last of those that begin at it or before it
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
    return { id, validFrom, validTo: isRemoval ? validFrom : (ordered[index + 1]?.validFrom ?? null), snapshot };
  });
}
