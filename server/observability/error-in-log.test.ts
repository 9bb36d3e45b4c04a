import { DrizzleQueryError } from "drizzle-orm/errors";
import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import { AppError } from "@/domain/errors";
import { errorInLog } from "./error-in-log";

const typed = "somebody@ministry.example\nand more";

test("an error of a query keeps statement, code and place, and nothing of what was asked for", () => {
  const refused = Object.assign(new DatabaseError(`invalid input syntax for type integer: "${typed}"`, 1, "error"), {
    code: "22P02",
    detail: `Key (email)=(${typed}) is odd`,
    where: `portal "${typed}"`,
  });
  const failed = new DrizzleQueryError("select 1 where email = $1", [typed], refused);
  const kept = errorInLog(new AppError("UNAVAILABLE", { cause: failed }));
  expect(JSON.stringify(kept)).not.toMatch(/somebody|and more/);
  expect(kept).toMatchObject({
    type: "AppError",
    code: "UNAVAILABLE",
    cause: { message: "Failed query: select 1 where email = $1", cause: { code: "22P02" } },
  });
  expect(String(kept.stack)).toContain("error-in-log.test.ts");
});

test("any other error is told in its own words; what is no error, by its kind", () => {
  expect(errorInLog(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
  expect(errorInLog("a password, perhaps")).toEqual({ type: "string" });
});
