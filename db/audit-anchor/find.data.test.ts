import { createHmac, hkdfSync } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { verifyAudit } from "../audit-verify";
import { advanceAnchor } from "./advance";
import { anchorText } from "./anchor";
import { findAnchors, setAnchorsAside } from "./find";
import { type AnchorFixture, openAnchorFixture } from "./testing";

let fixture: AnchorFixture;
beforeEach(async () => {
  fixture = await openAnchorFixture();
  await fixture.append(4);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await fixture.drop();
});

const places = () => [fixture.folder, fixture.file];
const found = () => findAnchors(places());
const verdict = async () => verifyAudit(fixture.db, (await found()).anchors, fixture.folder.database);
const advance = () => Promise.all(places().map((place) => advanceAnchor(fixture.db, place)));

/** Copies log and signed end as they are now, and returns a function that restores both. */
async function earlierState(): Promise<() => Promise<void>> {
  const [old] = (await fixture.pool.query("select seq, hash, signature, signed_at from audit_head")).rows;
  return async () => {
    await fixture.tamper(`delete from audit_log where seq > ${old.seq}`);
    await fixture.pool.query("update audit_head set seq = $1, hash = $2, signature = $3, signed_at = $4", [
      ...[old.seq, old.hash, old.signature, old.signed_at],
    ]);
  };
}

describe("an earlier state of log and signed end, both restored", () => {
  it("is consistent, and is detected by an anchor in the data folder or elsewhere", async () => {
    const putBack = await earlierState();
    await fixture.append(5);
    await advance();
    await putBack();
    expect((await verifyAudit(fixture.db)).fault).toBeNull();
    for (const place of places()) {
      const { anchors } = await findAnchors([place]);
      const { fault } = await verifyAudit(fixture.db, anchors, fixture.folder.database);
      expect(fault).toMatchObject({ kind: "cut", seq: 6, by: { seq: 10, source: anchors[0]?.source } });
    }
    expect((await found()).anchors.map(({ source }) => source)).toEqual([
      expect.stringMatching(/^data folder's anchor here-3000-[0-9a-f]{8}\.json$/),
      `AUDIT_ANCHOR_FILE's anchor ${fixture.file.file}`,
    ]);
  });

  it("is detected after the site has appended rows beyond the anchor", async () => {
    const putBack = await earlierState();
    await fixture.append(5);
    await advance();
    await putBack();
    await fixture.append(2);
    await advance();
    expect((await verdict()).fault).toMatchObject({ kind: "cut", seq: 8 });
    await fixture.append(9);
    await advance();
    expect((await verifyAudit(fixture.db)).fault).toBeNull();
    expect((await verdict()).fault).toMatchObject({ kind: "not_anchor", seq: 10 });
  });

  it("is detected if the log was emptied and started again, with an end signed by the key", async () => {
    await advance();
    await fixture.tamper("truncate audit_log");
    await fixture.pool.query("delete from audit_head");
    expect((await verdict()).fault).toMatchObject({ kind: "cut", seq: 1 });
    await fixture.append(20);
    await advanceAnchor(fixture.db, fixture.folder);
    expect((await verifyAudit(fixture.db)).fault).toBeNull();
    expect((await verdict()).fault).toMatchObject({ kind: "other_log", by: { seq: 5 } });
  });
});

describe("each anchor counts only for what it proves", () => {
  it("an intact log is reported with the anchor it was compared with, or that there was none", async () => {
    expect(await verdict()).toMatchObject({ fault: null, newest: null, strangers: [] });
    await advance();
    await fixture.append(3);
    await advanceAnchor(fixture.db, fixture.file);
    expect(await verdict()).toMatchObject({ fault: null, rows: 8, newest: { seq: 8 } });
  });

  it("names a file that was made without the key, and does not use it", async () => {
    await advance();
    const { anchors } = await found();
    const [own] = anchors;
    if (!own) throw new Error("no anchor");
    vi.stubEnv("AUDIT_KEY", "a-key-of-somebody-else-who-would-forge-it");
    const { source: _s, file: _f, ...anchor } = own;
    writeFileSync(own.file, anchorText({ ...anchor, seq: 9_000, hash: "9".repeat(64) }));
    vi.unstubAllEnvs();
    const { anchors: left, faults } = await found();
    expect(faults).toEqual([{ kind: "forged", source: own.source }]);
    expect((await verifyAudit(fixture.db, left, own.database)).fault).toBeNull();
  });

  it("names a file that cannot be read, and AUDIT_ANCHOR_FILE if it is missing", async () => {
    mkdirSync(fixture.folder.folder);
    writeFileSync(path.join(fixture.folder.folder, "half.json"), "{");
    expect((await found()).faults).toEqual([
      { kind: "unreadable", source: "data folder's anchor half.json", reason: "it is no anchor, or half of one" },
      { kind: "missing", source: `AUDIT_ANCHOR_FILE's anchor ${fixture.file.file}` },
    ]);
    const below = { ...fixture.folder, folder: path.join(fixture.folder.folder, "half.json") };
    expect((await findAnchors([below])).faults).toEqual([
      { kind: "unreadable", source: "data folder's anchors", reason: "ENOTDIR" },
    ]);
  });

  it("after a change of the key both ends count as forged until the old key is set as AUDIT_KEY", async () => {
    await advance();
    vi.stubEnv("AUTH_SECRET", "another-secret-that-is-long-enough-to-be-taken");
    expect((await verdict()).fault).toMatchObject({ kind: "forged_head" });
    expect((await found()).faults.map(({ kind }) => kind)).toEqual(["forged", "forged"]);
    vi.stubEnv("AUDIT_KEY", "for-tests-alone-and-long-enough-to-be-taken");
    await fixture.append();
    await advance();
    expect(await verdict()).toMatchObject({ fault: null, newest: { seq: 6 } });
  });

  it("a copy that diverged in another database is reported, but not as a fault of this one", async () => {
    const copy = { ...fixture.folder, database: "copy" };
    await fixture.append(2);
    await advanceAnchor(fixture.db, copy);
    await fixture.tamper("delete from audit_log where seq > 5");
    const { anchors } = await found();
    const { strangers, newest } = await verifyAudit(fixture.db, anchors, fixture.folder.database);
    expect(strangers).toMatchObject([{ database: "copy", seq: 7 }]);
    expect(newest).toBeNull();
  });
});

it("a restore renames the anchors of its database with the time, and leaves those of others alone", async () => {
  await advance();
  await advanceAnchor(fixture.db, { ...fixture.folder, instance: "there-4000" });
  await advanceAnchor(fixture.db, { ...fixture.folder, database: "other" });
  writeFileSync(path.join(fixture.folder.folder, "half.json"), "{");
  const kept = readFileSync(fixture.file.file, "utf8");
  const { moved, left } = await setAnchorsAside(places(), new Date("2026-11-30T03:04:05.678Z"));
  expect(left).toEqual([]);
  expect(moved).toHaveLength(4);
  expect(moved.every(({ from, to }) => !existsSync(from) && existsSync(to))).toBe(true);
  expect(readFileSync(`${fixture.file.file}.20261130T030405678Z`, "utf8")).toBe(kept);
  expect(readdirSync(path.join(fixture.folder.folder, "set-aside"))).toHaveLength(3);
  expect((await found()).anchors.map(({ database }) => database)).toEqual(["other"]);
  expect((await advance()).map(({ hasWritten }) => hasWritten)).toEqual([true, true]);
  const others = { ...fixture.file, database: "other" };
  expect((await setAnchorsAside([others], new Date())).left).toMatchObject([{ file: fixture.file.file }]);
});

it("the signature of the end in the database is unchanged, so that logs of earlier versions verify", async () => {
  const [head] = (await fixture.pool.query("select seq, hash, signature from audit_head")).rows;
  const secret = "for-tests-alone-and-long-enough-to-be-taken";
  const key = Buffer.from(hkdfSync("sha256", secret, "", "asean-activity-tracker audit head", 32));
  expect(head.signature).toBe(createHmac("sha256", key).update(`${head.seq}:${head.hash}`).digest("hex"));
});
