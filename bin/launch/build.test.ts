import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isBuilt, sourceHash } from "./build.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "build-"));
  write("app/page.tsx", "one");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

test("a changed, new or renamed source requires a new build", () => {
  const hash = sourceHash(folder);
  write("app/page.tsx", "two");
  const changed = sourceHash(folder);
  write("app/page.tsx", "one");
  expect(sourceHash(folder)).toBe(hash);
  write("domain/roles.ts", "");
  expect(new Set([hash, changed, sourceHash(folder)]).size).toBe(3);
});

test("tests, documents and the bundled database do not affect the build", () => {
  const hash = sourceHash(folder);
  for (const file of [
    "app/page.test.tsx",
    "app/README.md",
    "docs/a.md",
    "e2e/a.ts",
    "db/testing.ts",
    "db/embedded/a.ts",
  ]) {
    write(file, "x");
  }
  expect(sourceHash(folder)).toBe(hash);
});

test("a build is current only for its sources, and only if the site has not been built by other means since", () => {
  expect(isBuilt(folder)).toBe(false);
  write(".next/BUILD_ID", "first");
  write(".next/built-from.json", JSON.stringify({ hash: sourceHash(folder), build: "first" }));
  expect(isBuilt(folder)).toBe(true);
  write(".next/BUILD_ID", "by hand");
  expect(isBuilt(folder)).toBe(false);
});
