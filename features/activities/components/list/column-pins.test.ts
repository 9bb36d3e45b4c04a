import { expect, it } from "vitest";
import { activitiesAddress } from "../../list-address";
import { pinClasses } from "./column-pins";

const query = (search: string) => activitiesAddress.read(new URLSearchParams(search));

it("holds pinned columns only in a table of at least twice their width", () => {
  expect(pinClasses(query("cols=code,title,plan&pin=1"), "code")).toContain("@min-[640px]:sticky");
  // The ticks, the code and the title: 40 + 84 + 320 pixels.
  expect(pinClasses(query("cols=code,title,plan&pin=2"), "title")).toContain("@min-[896px]:sticky");
  expect(pinClasses(query("cols=code,title,plan&pin=3"), "plan")).toContain("@min-[1280px]:sticky");
});

it("never holds columns that would leave too little of any screen", () => {
  expect(pinClasses(query("cols=code,title,plan&pin=3&w=title:800"), "title")).toBe("");
});

it("leaves the other columns alone", () => {
  expect(pinClasses(query("cols=code,title,plan&pin=1"), "plan")).toBe("");
});
