import { describe, expect, it } from "vitest";
import { activitiesAddress } from "./list-address";
import { toggleSort } from "./list-state";

describe("a click on a column header", () => {
  const sortAfter = (search: string, key: "title" | "status", add: boolean) =>
    toggleSort(activitiesAddress.read(new URLSearchParams(search)), key, add).sort;

  it("alone sorts ascending, descending, off", () => {
    expect(sortAfter("", "title", false)).toEqual(["title.asc"]);
    expect(sortAfter("sort=title.asc", "title", false)).toEqual(["title.desc"]);
    expect(sortAfter("sort=title.desc", "title", false)).toEqual([]);
    expect(sortAfter("sort=status.asc,code.desc", "title", false)).toEqual(["title.asc"]);
  });

  it("with Shift adds a level, reverses it in its position, then removes it", () => {
    expect(sortAfter("sort=status.asc", "title", true)).toEqual(["status.asc", "title.asc"]);
    expect(sortAfter("sort=title.asc,status.asc", "title", true)).toEqual(["title.desc", "status.asc"]);
    expect(sortAfter("sort=title.desc,status.asc", "title", true)).toEqual(["status.asc"]);
  });

  it("returns to the first page", () => {
    expect(toggleSort(activitiesAddress.read(new URLSearchParams("page=3")), "title", false).page).toBe(1);
  });
});
