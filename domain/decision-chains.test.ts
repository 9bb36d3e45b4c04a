import { describe, expect, it } from "vitest";
import { stageCorrected } from "./closing";
import { chainsOf, type Link } from "./decision-chains";

const link = (id: number, correctsId: number | null, from: Link["from"], to: Link["to"]): Link => ({
  id,
  correctsId,
  from,
  to,
});
const only = (...links: Link[]) => {
  const [chain] = chainsOf(links);
  if (!chain) throw new Error("no chain");
  return chain;
};

describe("a decision with what put it right", () => {
  it("goes from where the first found the entry to where the last led it", () => {
    const links = [link(1, null, "submitted", "approved"), link(2, 1, "approved", "endorsed")];
    expect(only(...links)).toMatchObject({ ids: [1, 2], from: "submitted", to: "endorsed" });
    expect(stageCorrected({ stage: "endorsed", status: null, isPlanClosed: false }, only(...links), "noted")).toBe(
      "submitted",
    );
  });

  it("keeps where it led when a correction mends the words alone", () => {
    const links = [link(1, null, "submitted", "approved"), link(2, 1, "approved", null)];
    expect(only(...links)).toMatchObject({ from: "submitted", to: "approved" });
  });

  it("can be put right again where the first one ended the proposal", () => {
    const links = [link(1, null, "submitted", "not_supported"), link(2, 1, "not_supported", "considered")];
    const standing = { stage: "considered", status: null, isPlanClosed: false } as const;
    expect(stageCorrected(standing, only(...links), "endorsed")).toBe("endorsed");
  });

  it("has moved nothing once it was led back, and then begins where the next one finds the entry", () => {
    const undone = [link(1, null, "submitted", "approved"), link(2, 1, "approved", "submitted")];
    expect(only(...undone)).toMatchObject({ from: "submitted", to: null });
    expect(only(...undone, link(3, 2, "considered", "endorsed"))).toMatchObject({ from: "considered", to: "endorsed" });
  });

  it("is told apart from the entry's other ones", () => {
    const links = [
      link(1, null, "submitted", "considered"),
      link(2, null, "considered", "endorsed"),
      link(3, 1, null, null),
    ];
    expect(chainsOf(links).map(({ ids }) => ids)).toEqual([[1, 3], [2]]);
  });
});
