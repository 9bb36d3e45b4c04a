import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readAnchor } from "@/db/audit-anchor/anchor";
import { appendRow } from "@/db/audit-anchor/testing";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { anchorStates, keepAnchors, settleAnchors } from "./audit-anchor";
import { actAsSite } from "./testing-process";

let database: TestDatabase;
let dataDir: string;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), "site-"));
});
afterEach(async () => {
  await settleAnchors();
  delete (globalThis as { __auditAnchors?: unknown }).__auditAnchors;
  rmSync(dataDir, { recursive: true, force: true });
  await database.drop();
});

const open = (settings: Readonly<Record<string, string>> = {}) => {
  actAsSite(database, { DATA_DIR: dataDir, LOG_LEVEL: "silent", ...settings });
  keepAnchors();
};
const folder = () => path.join(dataDir, "audit-anchors");
const seqIn = (file: string) => readAnchor(readFileSync(file, "utf8"))?.anchor.seq;

it("stores the end of the log at the start, and the last one when the process ends", async () => {
  const elsewhere = path.join(dataDir, "elsewhere.json");
  open({ AUDIT_ANCHOR_FILE: elsewhere });
  await expect.poll(anchorStates).toEqual([
    { place: "folder", seq: 1, isFailing: false },
    { place: "file", seq: 1, isFailing: false },
  ]);
  await Promise.all(Array.from({ length: 25 }, () => appendRow(database.db)));
  await settleAnchors();
  expect(seqIn(elsewhere)).toBe(26);
  expect(readdirSync(folder()).map((name) => seqIn(path.join(folder(), name)))).toEqual([26]);
});

it("follows the audit log by itself", async () => {
  open();
  await expect.poll(anchorStates).toMatchObject([{ seq: 1 }]);
  await appendRow(database.db);
  await expect.poll(anchorStates, { timeout: 10_000 }).toEqual([{ place: "folder", seq: 2, isFailing: false }]);
});

it("a place that cannot be written fails no change, delays no other place and shows in the metrics", async () => {
  writeFileSync(path.join(dataDir, "audit-anchors"), "a file where the folder should be");
  const elsewhere = path.join(dataDir, "elsewhere.json");
  open({ AUDIT_ANCHOR_FILE: elsewhere });
  await appendRow(database.db);
  await settleAnchors();
  expect(anchorStates()).toEqual([
    { place: "folder", seq: 0, isFailing: true },
    { place: "file", seq: 2, isFailing: false },
  ]);
  expect(seqIn(elsewhere)).toBe(2);
});

it("a site without a place for anchors runs without them", async () => {
  actAsSite(database);
  keepAnchors();
  await appendRow(database.db);
  expect(anchorStates()).toEqual([]);
});
