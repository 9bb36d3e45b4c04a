import { describe, expect, it } from "vitest";
import { type FormSources, type LoadedVersions, loadVersions, seenVersion } from "./loaded-versions";

const page = (version: string): FormSources => ({
  form: "12",
  initial: { version, activityVersion: "7", titleEn: `As of ${version}` },
  answer: null,
  refusal: null,
  draft: null,
});
const opened = loadVersions(null, page("1"));
const typed: LoadedVersions = { ...opened, isTyped: true };

function refused(code: string, current: Record<string, string> | null, version = "1"): FormSources {
  const refusal = { code, requestId: "r1", values: { version, activityVersion: "7", titleEn: "Mine" }, current };
  return { ...page("2"), answer: { refusal }, refusal };
}

describe("the versions that a form is over", () => {
  it("are those it was opened with", () => {
    expect(opened.versions).toEqual({ version: "1", activityVersion: "7" });
  });

  it("stay under what is typed, though the page is redrawn with somebody else's", () => {
    expect(loadVersions(typed, page("2"))).toBe(typed);
    expect(typed.initial.titleEn).toBe("As of 1");
  });

  it("are the page's while nothing is typed, with fields that are filled anew", () => {
    expect(loadVersions(opened, page("1"))).toBe(opened);
    const redrawn = loadVersions(opened, page("2"));
    expect(redrawn.versions.version).toBe("2");
    expect(redrawn.initial.titleEn).toBe("As of 2");
    expect(redrawn.fill).not.toBe(opened.fill);
  });

  it("are another row's in its form, whatever was typed in this one", () => {
    expect(loadVersions(typed, { ...page("5"), form: "13" }).versions.version).toBe("5");
  });

  it("move on with an answer to the form, and hold again until the next", () => {
    const mended = loadVersions(typed, refused("INVALID_INPUT", null));
    expect(mended).toMatchObject({ fill: "r1", versions: { version: "1" } });
    const shown = refused("CONFLICT", { version: "3" });
    const both = loadVersions(mended, shown);
    expect(both.versions).toEqual({ version: "3", activityVersion: "7" });
    expect(loadVersions(both, { ...shown, initial: page("4").initial })).toBe(both);
  });

  it("of what was kept are those of then, whatever the page has by now", () => {
    const draft = { version: ["1"], titleEn: ["Mine"] };
    const restored = loadVersions(loadVersions(null, page("2")), { ...page("2"), draft });
    expect(restored).toMatchObject({ fill: "restored", versions: { version: "1" } });
    expect(loadVersions(restored, { ...page("3"), draft })).toBe(restored);
  });

  it("that a save of the form's own has made are not undone by a page from before it", () => {
    const saved: LoadedVersions = { ...typed, versions: { ...typed.versions, version: "2" } };
    expect(loadVersions(saved, page("1")).versions.version).toBe("2");
  });
});

const initial = { version: "4", titleEn: "As somebody else saved it" };

it("is the row's own while nothing was typed", () => {
  expect(seenVersion("version", initial, null, null)).toBe("4");
  expect(seenVersion("version", {}, null, null)).toBe("");
});

it("of a draft that comes back is that of then, so that the save is refused and both versions are shown", () => {
  expect(seenVersion("version", initial, null, { version: ["3"], titleEn: ["Mine"] })).toBe("3");
  expect(seenVersion("version", initial, null, { titleEn: ["Kept without a version"] })).toBe("4");
});

it("of a refused form is the one it was sent with, though the page was filled anew", () => {
  const refusal = { code: "INVALID_INPUT", values: { version: "3", titleEn: "" }, current: null };
  expect(seenVersion("version", initial, refusal, null)).toBe("3");
});

it("after a conflict is the one that was shown", () => {
  const refusal = { code: "CONFLICT", values: { version: "3" }, current: { version: "5" } };
  expect(seenVersion("version", initial, refusal, { version: ["3"] })).toBe("5");
  // A conflict that only the database noticed shows no other version.
  expect(seenVersion("version", initial, { ...refusal, current: null }, null)).toBe("3");
});
