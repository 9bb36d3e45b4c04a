import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAtLeast, type LockPackages, missingEntries, placesOf } from "./lockfile";

type Manifest = Record<
  "dependencies" | "devDependencies" | "optionalDependencies" | "overrides",
  Record<string, string>
>;
const manifest: Manifest = read("../package.json");
const { packages } = read<{ packages: LockPackages }>("../package-lock.json");

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as T;
}

test("the lockfile has an entry for every package of every platform", () => {
  // @swc/core and others require versions that the overrides replace.
  const replaced = new Set(Object.keys(manifest.overrides));
  const missing = missingEntries(packages).filter(
    (line) => ![...replaced].some((name) => line.includes(` needs ${name} `)),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
});

test("the check for completeness finds a missing entry and one of another version", () => {
  const whole: LockPackages = {
    "node_modules/next": { version: "1.0.0", optionalDependencies: { "@next/swc-darwin": "1.0.0" } },
    "node_modules/@next/swc-darwin": { version: "1.0.0" },
  };
  expect(missingEntries(whole)).toEqual([]);
  const { "node_modules/@next/swc-darwin": _, ...rest } = whole;
  expect(missingEntries(rest)).toEqual(["node_modules/next needs @next/swc-darwin 1.0.0"]);
  expect(missingEntries({ ...rest, "node_modules/@next/swc-darwin": { version: "1.0.1" } })).toHaveLength(1);
  const nested = { ...rest, "node_modules/next/node_modules/@next/swc-darwin": { version: "1.0.0" } };
  expect(missingEntries(nested)).toEqual([]);
});

test("every direct dependency is pinned to one version, the one in the lockfile", () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  const pins = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides });
  expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  for (const [name, version] of pins) {
    const installed = packages[`node_modules/${name}`];
    if (name in overrides && !installed) continue;
    expect(installed?.version, name).toBe(version);
  }
});

test("every package has the hash of its contents", () => {
  const without = Object.entries(packages).filter(
    ([place, { integrity }]) => place && !integrity?.startsWith("sha512-"),
  );
  expect(without.map(([place]) => place)).toEqual([]);
});

/** Older versions of these packages have known vulnerabilities. */
const floors = { next: "16.3.3", react: "19.2.8", "react-dom": "19.2.8", "drizzle-orm": "0.45.2", fflate: "0.8.3" };

test.each(Object.entries(floors))("%s is nowhere older than %s", (name, floor) => {
  const places = placesOf(packages, name);
  expect(places).not.toEqual([]);
  expect(places.filter(({ version }) => !isAtLeast(version, floor))).toEqual([]);
});

test("versions are compared by number", () => {
  expect(isAtLeast("16.10.0", "16.3.3")).toBe(true);
  expect(isAtLeast("16.3.2", "16.3.3")).toBe(false);
  expect(isAtLeast("17.0.0", "16.3.3")).toBe(true);
  expect(isAtLeast("0.8", "0.8.3")).toBe(false);
});

/** No longer updated on npm, with known vulnerabilities. */
test("xlsx from npm is not used", () => {
  expect(placesOf(packages, "xlsx")).toEqual([]);
});
