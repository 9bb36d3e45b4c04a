import { expect, test } from "vitest";
import { parseBackupArgs } from "./backup-args";

test("a relative file name starts from the working directory of the operator", () => {
  expect(parseBackupArgs("backup", ["monday.backup"], "/srv")).toEqual({
    file: "/srv/monday.backup",
    isForced: false,
  });
  expect(parseBackupArgs("restore", ["--force", "/b/x"], "/srv")).toEqual({ file: "/b/x", isForced: true });
});

test.each([[[]], [["one", "two"]], [["--forced", "one"]]])("%j is refused with the usage", (args) => {
  expect(() => parseBackupArgs("restore", args, "/")).toThrow(/Usage: npm run restore -- FILE/);
});
