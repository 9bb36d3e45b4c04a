import { describe, expect, it } from "vitest";
import { compareSides, countByGroup, type Side } from "./comparison";

const side = (more: Partial<Side> = {}): Side => ({
  stage: "approved",
  status: "ongoing",
  schedule: "on_track",
  plannedStartOn: "2023-03-01",
  plannedEndOn: "2023-11-30",
  responsible: ["LA"],
  ...more,
});

describe("two moments of an entry", () => {
  it("that are alike show nothing, in whatever order its owners are told", () => {
    expect(compareSides(side({ responsible: ["LA", "VN"] }), side({ responsible: ["VN", "LA"] }))).toEqual([]);
    expect(compareSides(null, null)).toEqual([]);
  });

  it("show what is new and what is no longer there", () => {
    expect(compareSides(null, side())).toEqual([{ kind: "new" }]);
    expect(compareSides(side(), null)).toEqual([{ kind: "dropped", by: "removal" }]);
  });

  it("call dropped what a decision ended or a desk cancelled, once", () => {
    expect(
      compareSides(side({ stage: "submitted", status: null }), side({ stage: "withdrawn", status: null })),
    ).toEqual([
      { kind: "dropped", by: "decision" },
      { kind: "stage", from: "submitted", to: "withdrawn" },
    ]);
    expect(compareSides(side(), side({ status: "cancelled" }))).toEqual([
      { kind: "dropped", by: "status" },
      { kind: "status", from: "ongoing", to: "cancelled" },
    ]);
    expect(compareSides(side({ status: "cancelled" }), side({ status: "cancelled" }))).toEqual([]);
  });

  it("count the days by which dates slipped or came forward", () => {
    expect(compareSides(side(), side({ plannedEndOn: "2024-01-14" }))).toEqual([
      { kind: "dates", which: "end", from: "2023-11-30", to: "2024-01-14", days: 45 },
    ]);
    expect(compareSides(side(), side({ plannedStartOn: "2023-02-01" }))).toMatchObject([{ which: "start", days: -28 }]);
    expect(compareSides(side({ plannedEndOn: null }), side())).toMatchObject([{ which: "end", days: null }]);
  });

  it("name who answered for it and who does", () => {
    expect(compareSides(side(), side({ responsible: ["VN"] }))).toEqual([
      { kind: "responsible", from: ["LA"], to: ["VN"] },
    ]);
  });
});

it("counts an entry once in each kind, under its group", () => {
  const counts = countByGroup([
    { group: "LA", kinds: ["dates", "dates", "status"] },
    { group: "LA", kinds: ["status"] },
    { group: "VN", kinds: ["new"] },
  ]);
  expect(counts.get("LA")).toMatchObject({ dates: 1, status: 2, new: 0 });
  expect(counts.get("VN")).toMatchObject({ new: 1, status: 0 });
});
