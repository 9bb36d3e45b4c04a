import { describe, expect, it } from "vitest";
import { activitiesAddress } from "./list-address";
import { toggleSort } from "./list-state";

describe("a click on a heading", () => {
  const sortAfter = (search: string, key: "title" | "status", add: boolean) =>
    toggleSort(activitiesAddress.read(new URLSearchParams(search)), key, add).sort;

  it("turns alone: ascending, descending, off", () => {
    expect(sortAfter("", "title", false)).toEqual(["title.asc"]);
    expect(sortAfter("sort=title.asc", "title", false)).toEqual(["title.desc"]);
    expect(sortAfter("sort=title.desc", "title", false)).toEqual([]);
    expect(sortAfter("sort=status.asc,code.desc", "title", false)).toEqual(["title.asc"]);
  });

  it("with Shift adds a level, turns it in its place, then takes it away", () => {
    expect(sortAfter("sort=status.asc", "title", true)).toEqual(["status.asc", "title.asc"]);
    expect(sortAfter("sort=title.asc,status.asc", "title", true)).toEqual(["title.desc", "status.asc"]);
    expect(sortAfter("sort=title.desc,status.asc", "title", true)).toEqual(["status.asc"]);
  });

  it("goes back to the first page", () => {
    expect(toggleSort(activitiesAddress.read(new URLSearchParams("page=3")), "title", false).page).toBe(1);
  });
});
