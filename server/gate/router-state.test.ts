import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { expect, it } from "vitest";
import { isRouterState } from "./router-state";

const deep = (depth: number): unknown => ["a", depth === 0 ? {} : { children: deep(depth - 1) }];

const states: unknown[] = [
  ["", {}],
  ["", { children: ["(desk)", { children: ["activities", { children: ["__PAGE__", {}] }] }] }],
  ["", { children: ["__PAGE__?{}", {}, ["/activities", "/activities"], "refetch"] }, null, null, 16],
  ["", { children: [["id", "7", "d", null], {}] }, null, "inside-shared-layout", 1, "x"],
  [["slug", "a", "oc", ["new"]], {}],
  [["slug", "a", "ci(..)(..)", null], {}],
  deep(200),
  [],
  {},
  null,
  "x",
  ["", { children: ["x", { a: 1 }] }],
  ["", {}, "x"],
  ["", {}, null, "other"],
  ["", {}, null, null, true],
  ["", {}, null, null, 1, 2],
  ["", {}, null, null, 1, "x", "more"],
  [["id", "7", "x", null], {}],
  [["id", "7", "d"], {}],
];

/** True if Next itself accepts it. Next's rules may change with a version, and ours must follow. */
function isTakenByNext(header: string): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

it.each([
  ...states.map((state) => encodeURIComponent(JSON.stringify(state))),
  "garbage",
  "%E0%A4%A",
  "",
  encodeURIComponent(JSON.stringify(["", {}])).padEnd(40_001, " "),
  encodeURIComponent(`${'["a",{"b":'.repeat(3_000)}`),
])("accepts and refuses the same as Next: %s", (header) => {
  expect(isRouterState(header)).toBe(isTakenByNext(header));
});
