import { expect, test } from "vitest";
import { AppError } from "@/domain/errors";
import { wordsFor } from "./fail";

const ofDatabase = (code: string, message: string) =>
  new Error("Failed query: select 1", { cause: Object.assign(new Error(message), { code }) });

test.each([
  [ofDatabase("53100", "could not extend file: No space left on device"), /^The disk is full, .*\(could not extend/],
  [
    ofDatabase("25006", "cannot execute INSERT in a read-only transaction"),
    /^The register cannot be .*\(cannot execute/,
  ],
  [ofDatabase("57P01", "terminating connection"), /^The register cannot be reached .*\(terminating connection\)$/],
  [
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED", syscall: "connect" }),
    /ECONNREFUSED/,
  ],
  [Object.assign(new Error("EACCES: permission denied, open 'x'"), { code: "EACCES", syscall: "open" }), /^EACCES/],
  [new AppError("LAST_ADMIN"), /administrator/],
])("an operator's command reports expected errors in one line: %s", (error, words) => {
  expect(wordsFor(error)).toMatch(words);
  expect(wordsFor(error)).not.toMatch(/\n/);
});

test("a fault of the program is reported with its stack", () => {
  expect(wordsFor(new TypeError("x is not a function"))).toMatch(/TypeError: x is not a function\n\s+at /);
});
