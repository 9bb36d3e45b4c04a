import { DrizzleQueryError } from "drizzle-orm/errors";
import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import { AppError } from "@/domain/errors";
import { errorInLog } from "./error-in-log";

const typed = "somebody@ministry.example\nand more";

test("an error of a query has statement, code and position, and none of the values", () => {
  const refused = Object.assign(new DatabaseError(`invalid input syntax for type integer: "${typed}"`, 1, "error"), {
    code: "22P02",
    detail: `Key (email)=(${typed}) is odd`,
    where: `portal "${typed}"`,
  });
  const failed = new DrizzleQueryError("select 1 where email = $1", [typed], refused);
  const logged = errorInLog(new AppError("UNAVAILABLE", { cause: failed }));
  expect(JSON.stringify(logged)).not.toMatch(/somebody|and more/);
  expect(logged).toMatchObject({
    type: "AppError",
    code: "UNAVAILABLE",
    cause: { message: "Failed query: select 1 where email = $1", cause: { code: "22P02" } },
  });
  expect(String(logged.stack)).toContain("error-in-log.test.ts");
});

test("any other error has its message; a thrown value that is no error only its type", () => {
  expect(errorInLog(new TypeError("x is not a function"))).toMatchObject({
    type: "TypeError",
    message: "x is not a function",
  });
  expect(errorInLog("a password, perhaps")).toEqual({ type: "string" });
});
