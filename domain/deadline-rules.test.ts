import { expect, it } from "vitest";
import { defaultRules, isNamed, ruleState } from "./deadline-rules";

it("a fund is known by its name, whatever its capitals and the text around it", () => {
  expect(isNamed("the ASEAN ict fund, window 2", defaultRules.funds)).toBe(true);
  expect(isNamed("JAIF", defaultRules.funds)).toBe(false);
  expect(isNamed(null, defaultRules.funds)).toBe(false);
  expect(isNamed("anything", "")).toBe(false);
});

it("nothing is late by a rule before the work has ended", () => {
  const due = { dueOn: "2024-01-01", isMet: false };
  expect(ruleState({ ...due, isPlanned: true }, "2025-01-01")).toBe("open");
  expect(ruleState({ ...due, isPlanned: false }, "2025-01-01")).toBe("late");
  expect(ruleState({ ...due, isPlanned: false }, "2024-01-01")).toBe("open");
  expect(ruleState({ ...due, isMet: true, isPlanned: false }, "2025-01-01")).toBe("done");
});
