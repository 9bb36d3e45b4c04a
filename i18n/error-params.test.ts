import { expect, it } from "vitest";
import { shownParams } from "./error-params";

it("writes a day in the reader's words, and leaves everything else as it is", () => {
  expect(shownParams({ day: "2025-03-12", minutes: 4 }, "en")).toEqual({ day: "12\u00a0Mar\u00a02025", minutes: 4 });
  expect(shownParams({ day: "2025-03-12" }, "lo").day).toMatch(/^12\u00a0ມີນາ\u00a02025$/);
  expect(shownParams({ text: "2025-03-12", day: "soon" }, "en")).toEqual({ text: "2025-03-12", day: "soon" });
  expect(shownParams(undefined, "en")).toEqual({});
});
