import { expect, it } from "vitest";
import { nextHref, queueHref, queueLimit, queueOf } from "./queue";

it("leads from one entry to the next, and from the last one back to the desk", () => {
  expect(queueHref([3, 1, 2])).toBe("/activities/3/report?queue=1,2&of=3");
  expect(nextHref({ left: [1, 2], of: 3 }, 3)).toBe("/activities/1/report?queue=2&of=3&done=3");
  expect(nextHref({ left: [2], of: 3 }, null)).toBe("/activities/2/report?of=3");
  expect(nextHref({ left: [], of: 3 }, 2)).toBe("/desk?done=2");
  expect(nextHref({ left: [], of: 3 }, null)).toBe("/desk");
});

it("holds no more than an address does", () => {
  const ids = Array.from({ length: 99 }, (_, index) => index + 1);
  expect(queueHref(ids)).toContain(`of=${queueLimit}`);
  expect(queueHref(ids)).not.toContain(`,${queueLimit + 1}`);
});

it("reads what a form sends, and nothing else", () => {
  expect(queueOf({ queue: "1,2", of: "3" })).toEqual({ left: [1, 2], of: 3 });
  expect(queueOf({ queue: "", of: "1" })).toEqual({ left: [], of: 1 });
  expect(queueOf({ queue: "1,x,-2,/evil", of: "3" })).toEqual({ left: [1], of: 3 });
  expect([queueOf({}), queueOf({ queue: "1" }), queueOf({ queue: "1", of: "x" })]).toEqual([null, null, null]);
});
