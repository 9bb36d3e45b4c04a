import { expect, test } from "vitest";
import { parseBackupArgs } from "./backup-args";

test("a file's name is read from where the person stands", () => {
  expect(parseBackupArgs("backup", ["monday.backup"], "/srv")).toEqual({
    file: "/srv/monday.backup",
    isForced: false,
  });
  expect(parseBackupArgs("restore", ["--force", "/b/x"], "/srv")).toEqual({ file: "/b/x", isForced: true });
});

test.each([[[]], [["one", "two"]], [["--forced", "one"]]])("%j is refused with the way to write it", (args) => {
  expect(() => parseBackupArgs("restore", args, "/")).toThrow(/Usage: npm run restore -- FILE/);
});
