import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendAudit } from "../audit-chain";
import { advanceAnchor } from "./advance";
import { type ReadAnchor, readAnchor } from "./anchor";
import { onAuditAppended } from "./appended";
import { type AnchorPlace, fileIn } from "./places";
import { type AnchorFixture, openAnchorFixture } from "./testing";

let fixture: AnchorFixture;
beforeEach(async () => {
  fixture = await openAnchorFixture();
  await fixture.append(4);
});
afterEach(async () => {
  onAuditAppended(undefined);
  await fixture.drop();
});

const advance = (place: AnchorPlace = fixture.folder) => advanceAnchor(fixture.db, place);
const names = () => readdirSync(fixture.folder.folder).filter((name) => name.endsWith(".json"));
const ownFile = () => path.join(fixture.folder.folder, names()[0] ?? "none");
const readAt = (file: string): ReadAnchor | null => readAnchor(readFileSync(file, "utf8"));

const entry = {
  at: new Date(),
  actorName: "test",
  action: "test.write",
  subject: "tests",
  requestId: "test",
};

describe("the anchor outside the database", () => {
  it("names the committed end, signed, in a file that only its owner can read", async () => {
    expect(await advance()).toEqual({ seq: 5, hasWritten: true, problem: null });
    const [row] = (await fixture.pool.query("select hash from audit_log where seq = 5")).rows;
    expect(readAt(ownFile())).toMatchObject({ isGenuine: true, anchor: { seq: 5, hash: row?.hash } });
    expect(statSync(ownFile()).mode & 0o777).toBe(0o600);
    expect(statSync(fixture.folder.folder).mode & 0o777).toBe(0o700);
    expect(await advance()).toEqual({ seq: 5, hasWritten: false, problem: null });
    await fixture.append();
    expect(await advance()).toMatchObject({ seq: 6, hasWritten: true });
    expect(readdirSync(fixture.folder.folder)).toHaveLength(1);
  });

  it("never names an end that is rolled back: it waits for open transactions", async () => {
    let calls = 0;
    onAuditAppended(() => {
      calls += 1;
    });
    let looking: Promise<unknown> | undefined;
    const write = fixture.db.transaction(async (tx) => {
      await appendAudit(tx, entry);
      looking = advance();
      throw new Error("taken back");
    });
    await expect(write).rejects.toThrow("taken back");
    expect(calls).toBe(1);
    expect(await looking).toMatchObject({ seq: 5 });

    await fixture.db.transaction(async (tx) => {
      const part = tx.transaction(async (within) => {
        await appendAudit(within, entry);
        throw new Error("a part taken back");
      });
      await part.catch(() => undefined);
      looking = advance();
    });
    expect(await looking).toMatchObject({ seq: 5 });
    expect(readAt(ownFile())?.anchor.seq).toBe(5);
  });

  it("only moves forward if several processes share one file", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      await Promise.all([fixture.append(), advance(fixture.file), fixture.append(), advance(fixture.file)]);
    }
    // A process advances the anchor again after each of its writes.
    await advance(fixture.file);
    expect(readAt(fixture.file.file)?.anchor.seq).toBe(15);
  });

  it("belongs to one log and one database, and leaves other files in the folder alone", async () => {
    await advance();
    const other = await openAnchorFixture();
    await advanceAnchor(other.db, { ...fixture.folder, database: other.folder.database });
    await advanceAnchor(other.db, fixture.file);
    await other.drop();
    expect(names()).toHaveLength(2);
    expect(await advanceAnchor(fixture.db, { ...fixture.file, database: "elsewhere" })).toMatchObject({
      problem: { kind: "foreign" },
    });
  });

  it("is not advanced if the end of the log differs from the signed one", async () => {
    await fixture.tamper("delete from audit_log where seq = 5");
    expect(await advance()).toMatchObject({ seq: null, problem: { kind: "unsound" } });
    await fixture.append();
    expect(await advance()).toMatchObject({ problem: { kind: "unsound" } });
  });
});

describe("an existing anchor is never overwritten", () => {
  it("if it names a row that the log does not contain, even after the log has grown beyond it", async () => {
    const [old] = (await fixture.pool.query("select seq, hash, signature, signed_at from audit_head")).rows;
    await fixture.append(5);
    await advance();
    const original = readFileSync(ownFile(), "utf8");
    await fixture.tamper("delete from audit_log where seq > 5");
    await fixture.pool.query("update audit_head set seq = $1, hash = $2, signature = $3, signed_at = $4", [
      ...[old.seq, old.hash, old.signature, old.signed_at],
    ]);
    expect(await advance()).toMatchObject({ seq: 10, problem: { kind: "rolled_back" } });
    await fixture.append(8);
    expect(await advance()).toMatchObject({ seq: 10, problem: { kind: "rolled_back" } });
    expect(readFileSync(ownFile(), "utf8")).toBe(original);
  });

  it("if it was signed with another key, or edited", async () => {
    await advance();
    const original = readFileSync(ownFile(), "utf8");
    for (const change of [
      (text: string) => text.replace('"seq": 5', '"seq": 4'),
      (text: string) => text.replace(/"notedAt": "\d{4}/, '"notedAt": "2001'),
      (text: string) => text.replace(/"signature": "[0-9a-f]{4}/, '"signature": "0000'),
    ]) {
      const forged = change(original);
      writeFileSync(ownFile(), forged);
      await fixture.append();
      expect(await advance()).toMatchObject({ problem: { kind: "forged" } });
      expect(readFileSync(ownFile(), "utf8")).toBe(forged);
    }
  });

  it("if the file is not an anchor, or an incomplete one", async () => {
    await advance();
    const original = readFileSync(ownFile(), "utf8");
    for (const text of ["", original.slice(0, 100), `${original.trim().slice(0, -1)}, "more": 1}`, " ".repeat(5_000)]) {
      writeFileSync(ownFile(), text);
      expect(await advance()).toMatchObject({ problem: { kind: "unreadable" } });
      expect(readFileSync(ownFile(), "utf8")).toBe(text);
    }
  });
});

it("reports a file that cannot be written, and does not throw", async () => {
  writeFileSync(fixture.file.file, "");
  const below = { ...fixture.file, file: path.join(fixture.file.file, "end.json") };
  expect(await advance(below)).toMatchObject({ problem: { kind: "unreadable", reason: "ENOTDIR" } });
  const nowhere = { ...fixture.file, file: path.join(fixture.folder.folder, "not", "there.json") };
  expect(await advance(nowhere)).toMatchObject({ seq: null, problem: { kind: "not_written", reason: "ENOENT" } });
  await fixture.append();
});

it("removes old files of ended processes, but none that names a row missing from the log", async () => {
  const { folder } = fixture.folder;
  const olderFile = (instance: string) => fileIn({ ...fixture.folder, instance }, "log");
  await advance();
  const spent = readFileSync(ownFile(), "utf8");
  mkdirSync(folder, { recursive: true });
  const long = new Date(Date.now() - 2 * 86_400_000);
  for (let number = 0; number < 20; number += 1) {
    const file = olderFile(`gone-${number}`);
    writeFileSync(file, spent);
    if (number < 18) utimesSync(file, long, long);
  }
  // An anchor of a row that the log does not contain.
  writeFileSync(olderFile("unknown"), spent.replace('"seq": 5', '"seq": 3'));
  utimesSync(olderFile("unknown"), long, long);
  await fixture.append();
  await advance({ ...fixture.folder, instance: "new-4000" });
  expect(names().filter((name) => name.startsWith("gone-"))).toHaveLength(2);
  expect(names().filter((name) => name.startsWith("unknown"))).toHaveLength(1);
  expect(names()).toHaveLength(5);
});
