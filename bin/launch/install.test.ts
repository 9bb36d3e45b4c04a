import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled } from "./install.mjs";

let folder: string;
const lockfile = {
  "": { version: "1.0.0" },
  "node_modules/next": { version: "16.4.5" },
  "node_modules/other-platform": { version: "1.0.0", optional: true },
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "install-"));
  mkdirSync(path.join(folder, "node_modules"));
  write("package-lock.json", lockfile);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, packages: object): void {
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
}

test("a missing or interrupted installation does not count", () => {
  expect(isInstalled(folder)).toBe(false);
  write("node_modules/.package-lock.json", {});
  expect(isInstalled(folder)).toBe(false);
});

test("the lockfile's packages are a complete installation, with or without those of other platforms", () => {
  write("node_modules/.package-lock.json", { "node_modules/next": { version: "16.4.5" } });
  expect(isInstalled(folder)).toBe(true);
});

test("another version, or a package outside the lockfile, requires a new installation", () => {
  write("node_modules/.package-lock.json", { "node_modules/next": { version: "16.4.4" } });
  expect(isInstalled(folder)).toBe(false);
  write("node_modules/.package-lock.json", { "node_modules/next": { version: "16.4.5" }, "node_modules/x": {} });
  expect(isInstalled(folder)).toBe(false);
});
