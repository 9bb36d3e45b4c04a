import { describe, expect, it } from "vitest";
import { type Filling, type HeldVersions, holdVersions } from "./held-versions";

const page = (version: string): Filling => ({
  form: "12",
  initial: { version, activityVersion: "7", titleEn: `As of ${version}` },
  answer: null,
  refusal: null,
  draft: null,
});
const opened = holdVersions(null, page("1"));
const typed: HeldVersions = { ...opened, isTyped: true };

function refused(code: string, current: Record<string, string> | null, version = "1"): Filling {
  const refusal = { code, requestId: "r1", values: { version, activityVersion: "7", titleEn: "Mine" }, current };
  return { ...page("2"), answer: { refusal }, refusal };
}

describe("the versions that a form is over", () => {
  it("are those it was opened with", () => {
    expect(opened.versions).toEqual({ version: "1", activityVersion: "7" });
  });

  it("stay under what is typed, though the page is redrawn with somebody else's", () => {
    expect(holdVersions(typed, page("2"))).toBe(typed);
    expect(typed.initial.titleEn).toBe("As of 1");
  });

  it("are the page's while nothing is typed, with fields that are filled anew", () => {
    expect(holdVersions(opened, page("1"))).toBe(opened);
    const redrawn = holdVersions(opened, page("2"));
    expect(redrawn.versions.version).toBe("2");
    expect(redrawn.initial.titleEn).toBe("As of 2");
    expect(redrawn.fill).not.toBe(opened.fill);
  });

  it("are another row's in its form, whatever was typed in this one", () => {
    expect(holdVersions(typed, { ...page("5"), form: "13" }).versions.version).toBe("5");
  });

  it("move on with an answer to the form, and hold again until the next", () => {
    const mended = holdVersions(typed, refused("INVALID_INPUT", null));
    expect(mended).toMatchObject({ fill: "r1", versions: { version: "1" } });
    const shown = refused("CONFLICT", { version: "3" });
    const both = holdVersions(mended, shown);
    expect(both.versions).toEqual({ version: "3", activityVersion: "7" });
    expect(holdVersions(both, { ...shown, initial: page("4").initial })).toBe(both);
  });

  it("of what was kept are those of then, whatever the page has by now", () => {
    const draft = { version: ["1"], titleEn: ["Mine"] };
    const restored = holdVersions(holdVersions(null, page("2")), { ...page("2"), draft });
    expect(restored).toMatchObject({ fill: "restored", versions: { version: "1" } });
    expect(holdVersions(restored, { ...page("3"), draft })).toBe(restored);
  });

  it("that a save of the form's own has made are not undone by a page from before it", () => {
    const saved: HeldVersions = { ...typed, versions: { ...typed.versions, version: "2" } };
    expect(holdVersions(saved, page("1")).versions.version).toBe("2");
  });
});
