import { expect, it } from "vitest";
import { parseAuditArgs } from "./audit-args";

const hash = "0123456789abcdef".repeat(4);

it("parses valid arguments", () => {
  expect(parseAuditArgs(["head"])).toEqual({ verb: "head" });
  expect(parseAuditArgs(["verify"])).toEqual({ verb: "verify", anchors: [] });
  expect(parseAuditArgs(["verify", "--anchor", `12:${hash}`, `--anchor=40:${hash}`])).toEqual({
    verb: "verify",
    anchors: [
      { seq: 12, hash },
      { seq: 40, hash },
    ],
  });
});

it.each([[[]], [["mend"]], [["head", "more"]], [["verify", "--anchor", "12"]], [["verify", "--ankor", `1:${hash}`]]])(
  "refuses %j in one line",
  (args) => {
    expect(() => parseAuditArgs(args)).toThrow(/^[^\n]*npm run audit[^\n]*$/);
  },
);
