import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("the address after sign-in", () => {
  it.each([
    "/activities",
    "/activities?sort=title.asc&status=none",
    "/activities/1/edit",
    "/plans?q=%E0%BB%9C",
    "/activities?q=https://evil.example",
  ])("%s is a path of this site", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/activities",
    "javascript:alert(1)",
    "data:text/html,x",
    "/%0d%0aLocation:x".replace("%0d%0a", "\r\n"),
    "/\tevil",
    " /activities",
    "activities",
    "",
    "/sign-in",
    "/sign-in?next=/activities",
    "/./sign-in",
    "/..//evil.example",
    "/a/..//evil.example",
    "/.//evil.example",
    undefined,
    null,
    7,
    ["/activities", "//evil.example"],
    { toString: () => "//evil.example" },
  ])("%s leads to the first page instead", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  it("is never another origin, whatever it contains", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "/",
        "//",
        "\\",
        "@",
        ":",
        "http:",
        "https://",
        "evil.example",
        "..",
        "%2f",
        "%5c",
        "?",
        "#",
        "\t",
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const target = new URL(safeNext(pieces.join("")), "http://own.example");
        expect(target.origin).toBe("http://own.example");
      }),
    );
  });
});
