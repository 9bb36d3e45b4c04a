import { describe, expect, it } from "vitest";
import { followUpState } from "./follow-up";

const returned = { outcome: "returned", stage: "draft", hasLaterDecision: false, dueOn: "2024-03-31" } as const;

describe("follow-up of a decision", () => {
  it("is open until its deadline has passed, and then late", () => {
    expect(followUpState(returned, "2024-03-31")).toBe("open");
    expect(followUpState(returned, "2024-04-01")).toBe("late");
    expect(followUpState({ ...returned, dueOn: null }, "2030-01-01")).toBe("open");
  });

  it("is done once the proposal is submitted again, or decided on again", () => {
    expect(followUpState({ ...returned, stage: "submitted" }, "2024-04-01")).toBe("done");
    expect(followUpState({ ...returned, hasLaterDecision: true }, "2024-04-01")).toBe("done");
  });

  it("of a deferred proposal waits in that stage", () => {
    const deferred = { ...returned, outcome: "deferred", stage: "deferred" } as const;
    expect(followUpState(deferred, "2024-03-01")).toBe("open");
    expect(followUpState({ ...deferred, stage: "considered" }, "2024-03-01")).toBe("done");
  });
});
