import { expect, it } from "vitest";
import { isMemberOn } from "./member-states";

const timorLeste = { joinedOn: "2025-10-26", leftOn: null };
const founder = { joinedOn: "1967-08-08", leftOn: null };

it("counts a state from the day it joined: ten states until then, eleven after", () => {
  const others = Array.from({ length: 10 }, () => founder);
  const membersOn = (day: string) => [...others, timorLeste].filter((state) => isMemberOn(state, day)).length;
  expect(membersOn("2025-10-25")).toBe(10);
  expect(membersOn("2025-10-26")).toBe(11);
  expect(membersOn("2023-12-31")).toBe(10);
  expect(membersOn("1967-08-07")).toBe(0);
});

it("no longer counts a state on the day it left", () => {
  const gone = { joinedOn: "2000-01-01", leftOn: "2010-06-30" };
  expect(isMemberOn(gone, "2010-06-29")).toBe(true);
  expect(isMemberOn(gone, "2010-06-30")).toBe(false);
});
