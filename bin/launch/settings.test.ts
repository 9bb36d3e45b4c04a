import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { isLoopback, loadEnvFile, readSettings, requireNode } from "./settings.mjs";

const good = "q7Zt0Lw2Vx9Rb4Nn6Mc8Kd1Jf3Hg5Ps0";

test("without any setting the site is local, on port 3000, with its own database", () => {
  expect(readSettings({})).toMatchObject({ host: "127.0.0.1", port: 3000, isLocal: true, sampleData: undefined });
  expect(readSettings({}).databaseUrl).toBeUndefined();
});

test("an empty value counts as not set", () => {
  const empty = {
    HOST: "",
    PORT: "",
    APP_ORIGIN: "",
    DATABASE_URL: "",
    AUTH_SECRET: "",
    SAMPLE_DATA: "",
    DATA_DIR: "",
  };
  expect(readSettings(empty)).toEqual(readSettings({}));
});

test.each([
  ["PORT", "80a"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "3e3"],
  ["APP_ORIGIN", "tracker.example.org"],
  ["APP_ORIGIN", "https://tracker.example.org/register"],
  ["APP_ORIGIN", "https://user@tracker.example.org"],
  ["APP_ORIGIN", "ftp://tracker.example.org"],
  ["HOST", "0.0.0.0"],
  ["HOST", "::"],
  ["HOST", "192.168.1.5"],
  ["DATABASE_URL", "mysql://root:hidden-word@localhost/tracker"],
  ["DATABASE_URL", "hidden-word"],
  ["AUTH_SECRET", "abc123"],
  ["AUTH_SECRET", "a".repeat(64)],
  ["AUTH_SECRET", "please-change-me-please-change-me-now"],
  ["NODE_ENV", "staging"],
  ["SAMPLE_DATA", "yes"],
  ["SAMPLE_PASSWORD", "1234567"],
  ["AUDIT_ANCHOR_FILE", "anchors/end.json"],
])("%s=%s is refused in one line that names it and reveals no secret", (name, value) => {
  let message = "";
  try {
    readSettings({ [name]: value });
  } catch (error) {
    message = error instanceof Error ? error.message : "";
  }
  expect(message).toContain(name);
  expect(message).not.toContain("\n");
  expect(message).not.toContain("hidden-word");
  if (name === "AUTH_SECRET" || name === "SAMPLE_PASSWORD") expect(message).not.toContain(value);
});

test("a public origin makes the site public, whatever the host", () => {
  expect(readSettings({ APP_ORIGIN: "https://tracker.example.org" }).isLocal).toBe(false);
  expect(readSettings({ HOST: "0.0.0.0", APP_ORIGIN: "http://localhost:3000/" })).toMatchObject({
    isLocal: false,
    origin: "http://localhost:3000",
  });
  expect(readSettings({ HOST: "::1", APP_ORIGIN: "http://localhost:3000" }).isLocal).toBe(true);
});

test("valid settings are accepted", () => {
  const env = { AUTH_SECRET: good, SAMPLE_DATA: "0", DATABASE_URL: "postgresql://a:b@db/tracker?sslmode=verify-full" };
  expect(readSettings(env)).toMatchObject({ authSecret: good, sampleData: false, databaseUrl: env.DATABASE_URL });
});

test.each([
  ["127.0.0.1", true],
  ["127.8.8.8", true],
  ["localhost", true],
  ["[::1]", true],
  ["127.0.0.1.example.org", false],
  ["localhost.example.org", false],
  ["10.0.0.1", false],
])("%s is loopback: %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

test("a .env file adds missing settings, and overrides none", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "settings-"));
  writeFileSync(path.join(folder, ".env"), "TRACKER_TEST_NEW=file\nTRACKER_TEST_SET=file\n");
  Object.assign(process.env, { TRACKER_TEST_SET: "shell" });
  loadEnvFile(folder);
  expect([process.env.TRACKER_TEST_NEW, process.env.TRACKER_TEST_SET]).toEqual(["file", "shell"]);
  rmSync(folder, { recursive: true });
});

test("a version of Node that Next does not support is refused", () => {
  expect(() => requireNode("20.8.1")).toThrow("Node 20.9 or newer is needed; this is 20.8.1.");
  expect(() => requireNode("18.20.0")).toThrow(/20\.9/);
  for (const version of ["20.9.0", "22.0.0"]) expect(() => requireNode(version)).not.toThrow();
});
