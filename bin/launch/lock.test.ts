import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, takeLock } from "./lock.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lock-"));
  file = path.join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a second process learns the holder; after release the lock is free", () => {
  const first = takeLock(file, { purpose: "npm start", address: "http://127.0.0.1:3000" });
  expect("release" in first).toBe(true);
  expect(takeLock(file, { purpose: "again" })).toEqual({
    holder: expect.objectContaining({ pid: process.pid, purpose: "npm start", address: "http://127.0.0.1:3000" }),
  });
  if ("release" in first) first.release();
  expect(existsSync(file)).toBe(false);
  expect("release" in takeLock(file, { purpose: "later" })).toBe(true);
});

test("the lock of a dead process is taken over, and no file is left behind", () => {
  const dead = spawnSync(process.execPath, ["-e", ""]).pid;
  writeFileSync(file, JSON.stringify({ pid: dead, born: "1", purpose: "npm start" }));
  expect(lockHolder(file)).toBeUndefined();
  expect("release" in takeLock(file, { purpose: "mine" })).toBe(true);
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("a running process that only reuses the number of the dead holder does not count", () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, born: "another time", purpose: "npm start" }));
  expect("release" in takeLock(file, { purpose: "mine" })).toBe(true);
});

test("a half-written lock file is taken over", () => {
  writeFileSync(file, '{"pid": 12');
  expect("release" in takeLock(file, { purpose: "mine" })).toBe(true);
});

test("exactly one of ten processes that find a stale lock at once gets it", async () => {
  writeFileSync(file, JSON.stringify({ pid: 1, born: "never", purpose: "npm start" }));
  const taker = `
    const { takeLock } = await import(${JSON.stringify(new URL("./lock.mjs", import.meta.url).href)});
    console.log("release" in takeLock(${JSON.stringify(file)}, { purpose: "race" }) ? "won" : "lost");
    process.stdin.resume();`;
  const takers = Array.from({ length: 10 }, () => spawn(process.execPath, ["--input-type=module", "-e", taker]));
  const results = await Promise.all(takers.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()));
  for (const child of takers) child.kill("SIGKILL");
  expect(results.filter((result) => result === "won")).toHaveLength(1);
});

test("the file is readable only by its owner", () => {
  takeLock(file, { purpose: "mine" });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
