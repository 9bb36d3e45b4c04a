import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEffect, type RecordedVersion, type Snapshot } from "./history";

const at = (versions: ReturnType<typeof inEffect>, moment: number): Snapshot | undefined =>
  versions.find(({ validFrom, validTo }) => validFrom <= moment && (validTo === null || validTo > moment))?.snapshot;

const entry = (fields: object): Snapshot => ({ entry: { stage: "submitted", progress: null, ...fields }, parties: [] });
const version = (id: number, validFrom: number, snapshot: Snapshot, isRemoval = false): RecordedVersion => ({
  id,
  validFrom,
  snapshot,
  isRemoval,
});

describe("a history in the order of effect", () => {
  it("lets a late decision change its stage from its meeting on, and nothing else", () => {
    const versions = inEffect([
      version(1, 10, entry({})),
      version(2, 50, entry({ progress: 40 })),
      version(3, 30, entry({ progress: 40, stage: "approved" })),
    ]);
    expect(at(versions, 20)).toEqual(entry({}));
    expect(at(versions, 40)).toEqual(entry({ stage: "approved" }));
    expect(at(versions, 60)).toEqual(entry({ stage: "approved", progress: 40 }));
  });

  it("keeps what was decided later in effect, though it was recorded earlier", () => {
    const versions = inEffect([
      version(1, 10, entry({})),
      version(2, 50, entry({ stage: "approved" })),
      version(3, 30, entry({ stage: "endorsed" })),
    ]);
    expect(at(versions, 40)).toEqual(entry({ stage: "endorsed" }));
    expect(at(versions, 60)).toEqual(entry({ stage: "approved" }));
  });

  it("begins with the first effect, on what was recorded first", () => {
    const versions = inEffect([version(1, 50, entry({})), version(2, 10, entry({ stage: "approved" }))]);
    expect(at(versions, 20)).toEqual(entry({ stage: "approved" }));
    expect(at(versions, 60)).toEqual(entry({ stage: "approved" }));
    expect(at(versions, 5)).toBeUndefined();
  });

  it("passes over a decision that was put right so that nothing moved", () => {
    const [wrong, restored] = [version(2, 50, entry({ stage: "approved", progress: 0 })), version(4, 50, entry({}))];
    const decided = [
      version(1, 10, entry({})),
      { ...wrong, undone: "wrong" as const, movedTo: "approved" },
      { ...version(3, 20, wrong.snapshot), movedTo: "deferred" },
      { ...restored, undone: "restored" as const, movedTo: "submitted" },
    ];
    // What was written down before it was put right is known to it.
    expect(at(inEffect(decided), 60)).toMatchObject(entry({}));
    const since = { ...version(5, 30, entry({ stage: "considered" })), movedTo: "considered" };
    expect(at(inEffect([...decided, since]), 40)).toMatchObject(entry({ stage: "considered" }));
    expect(at(inEffect([...decided, since]), 60)).toMatchObject(entry({ stage: "considered" }));
  });

  it("ends with a removal", () => {
    const versions = inEffect([version(1, 10, entry({})), version(2, 50, entry({}), true)]);
    expect(at(versions, 40)).toEqual(entry({}));
    expect(at(versions, 50)).toBeUndefined();
  });

  const fields = ["stage", "status", "progress"] as const;
  const change = fc.record({
    effect: fc.integer({ min: 0, max: 20 }),
    field: fc.constantFrom(...fields),
    value: fc.integer({ min: 0, max: 5 }),
  });

  /**
   * Each field is what the last change of it said, in the order of effect: the same by another way.
   */
  function replay(changes: readonly { effect: number; field: string; value: number }[], moment: number) {
    const upTo = changes.filter(({ effect }) => effect <= moment);
    const ordered = upTo
      .map((one, index) => ({ ...one, index }))
      .sort((a, b) => a.effect - b.effect || a.index - b.index);
    return {
      stage: -1,
      status: -1,
      progress: -1,
      ...Object.fromEntries(ordered.map(({ field, value }) => [field, value])),
    };
  }

  it("equals the state replayed from the changes, at every moment", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (all) => {
        // A change that leaves its field as it was recorded last is none.
        let state: Record<string, unknown> = { stage: -1, status: -1, progress: -1 };
        const recorded = [version(1, 0, { entry: state })];
        const real: typeof all = [];
        for (const one of all) {
          if (state[one.field] === one.value) continue;
          state = { ...state, [one.field]: one.value };
          real.push(one);
          recorded.push(version(recorded.length + 1, one.effect, { entry: state }));
        }
        const versions = inEffect(recorded);
        for (let moment = 0; moment <= 20; moment += 1)
          expect(at(versions, moment)).toEqual({ entry: replay(real, moment) });
      }),
    );
  });

  it("leaves every moment to one version at most, and none between them free", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }), (effects) => {
        const versions = inEffect(
          effects.map((effect, index) => version(index + 1, effect, entry({ progress: index }))),
        );
        for (let moment = Math.min(...effects); moment <= 31; moment += 1) {
          const holding = versions.filter(({ validFrom, validTo }) => validFrom <= moment && (validTo ?? 99) > moment);
          expect(holding).toHaveLength(1);
        }
      }),
    );
  });
});
