import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecret, randomPassword, randomSecret } from "./secrets.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a secret is created once, readable only by its owner, and reused", () => {
  const first = keptSecret(folder, "auth-secret", randomSecret);
  expect(first).toHaveLength(43);
  expect(keptSecret(folder, "auth-secret", randomSecret)).toBe(first);
  expect(statSync(path.join(folder, "auth-secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["auth-secret"]);
});

test("a secret that others can read is refused in one line with the remedy", () => {
  keptSecret(folder, "auth-secret", randomSecret);
  chmodSync(path.join(folder, "auth-secret"), 0o640);
  expect(() => keptSecret(folder, "auth-secret", randomSecret)).toThrow(/^[^\n]*auth-secret .*chmod 600[^\n]*$/);
});

test("an empty secret is refused", () => {
  writeFileSync(path.join(folder, "auth-secret"), "", { mode: 0o600 });
  expect(() => keptSecret(folder, "auth-secret", randomSecret)).toThrow(/empty/);
});

test("passwords are easy to type and always different", () => {
  const passwords = Array.from({ length: 200 }, randomPassword);
  for (const password of passwords) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
  expect(new Set(passwords).size).toBe(200);
});
