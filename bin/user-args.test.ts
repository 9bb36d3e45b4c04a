import { expect, test } from "vitest";
import { parseUserArgs } from "./user-args";

const person = ["--email", "desk@ministry.gov", "--name", "Desk Officer"];

test("arguments become a new user", () => {
  expect(parseUserArgs(["add", ...person, "--role", "officer"])).toEqual({
    email: "desk@ministry.gov",
    name: "Desk Officer",
    role: "officer",
    state: undefined,
  });
  expect(parseUserArgs(["add", ...person, "--role", "focal", "--state", "la"])).toMatchObject({ state: "LA" });
});

test.each([
  [[], /Usage/],
  [["remove", ...person, "--role", "officer"], /Usage/],
  [["add", "--name", "X", "--role", "admin"], /--email is missing/],
  [["add", ...person], /--role is missing/],
  [["add", ...person, "--role", "root"], /--role root is not one of admin, manager/],
  [["add", ...person, "--role", "focal"], /--state is missing/],
  [["add", ...person, "--role", "officer", "--state", "LA"], /--state is for focal points/],
  [["add", ...person, "--role", "officer", "--password", "x"], /--password/],
])("%j is refused with a message", (args, words) => {
  expect(() => parseUserArgs(args)).toThrow(words);
});
