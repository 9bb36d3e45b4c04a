import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enterableTemporaryFolder } from "../db/embedded/database-user.mjs";
import { takeLock } from "./launch/lock.mjs";

let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(enterableTemporaryFolder(), "start-"));
  chmodSync(folder, 0o711);
  dataDir = path.join(folder, "data");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Runs the program of `npm start` until it ends. In these tests it always ends before installing or
 * building.
 */
async function start(settings: Record<string, string>): Promise<{ code: number; errors: string[]; out: string }> {
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, DATA_DIR: dataDir, PORT: "0", ...settings };
  const child = spawn(process.execPath, [fileURLToPath(new URL("start.mjs", import.meta.url))], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { out: "", error: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.error += chunk;
  });
  const [code] = await once(child, "close");
  return { code, errors: output.error.trim().split("\n"), out: output.out };
}

test("a taken port is reported in one line, before any data exists", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { code, errors } = await start({ PORT: String(port) });
  other.close();
  expect(code).toBe(1);
  expect(errors).toEqual([expect.stringMatching(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken`))]);
  expect(existsSync(dataDir)).toBe(false);
});

test("a second start on the same data reports the address of the first one, and changes nothing", async () => {
  takeLock(path.join(folder, "lock"), { purpose: "npm start", address: "http://127.0.0.1:3000" });
  const { code, errors, out } = await start({ DATA_DIR: folder });
  expect(code).toBe(1);
  expect(errors).toEqual([
    expect.stringMatching(/^Already running on this data: npm start, process \d+ at http:\/\/127/),
  ]);
  expect(out).toBe("");
  expect(existsSync(path.join(folder, "postgres"))).toBe(false);
});

test.each([
  [{ PORT: "http" }, /PORT=http/],
  [{ HOST: "0.0.0.0" }, /set APP_ORIGIN/],
  [
    { HOST: "203.0.113.7", APP_ORIGIN: "https://tracker.example.org" },
    /HOST=203\.0\.113\.7 is not an address of this machine/,
  ],
  [{ DATABASE_URL: "sqlite:tracker" }, /DATABASE_URL/],
  [{ AUTH_SECRET: "secret" }, /AUTH_SECRET/],
  [{ NODE_ENV: "staging" }, /NODE_ENV=staging/],
])("wrong settings %o end the start in one line", async (settings, words) => {
  const { code, errors, out } = await start(settings);
  expect(code).toBe(1);
  expect(errors).toEqual([expect.stringMatching(words)]);
  expect(out).toBe("");
});

test("an invalid data folder, or a secret that others can read, ends the start in one line", async () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const noFolder = await start({ DATA_DIR: path.join(file, "data") });
  expect(noFolder.code).toBe(1);
  expect(noFolder.errors).toEqual([expect.stringMatching(/^The data folder .*set DATA_DIR to another one\.$/)]);

  writeFileSync(path.join(folder, "auth-secret"), "x".repeat(40));
  chmodSync(path.join(folder, "auth-secret"), 0o644);
  const openSecret = await start({ DATA_DIR: folder });
  expect(openSecret.code).toBe(1);
  expect(openSecret.errors).toEqual([expect.stringMatching(/auth-secret can be read by other users/)]);
  expect(existsSync(path.join(folder, "lock"))).toBe(false);
  expect(statSync(file).size).toBe(0);
});
