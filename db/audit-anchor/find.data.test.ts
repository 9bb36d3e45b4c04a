import { createHmac, hkdfSync } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { verifyAudit } from "../audit-verify";
import { advanceAnchor } from "./advance";
import { anchorText } from "./anchor";
import { findAnchors, setAnchorsAside } from "./find";
import { type AnchorGround, openAnchorGround } from "./testing";

let ground: AnchorGround;
beforeEach(async () => {
  ground = await openAnchorGround();
  await ground.append(4);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await ground.drop();
});

const places = () => [ground.folder, ground.file];
const found = () => findAnchors(places());
const verdict = async () => verifyAudit(ground.db, (await found()).anchors, ground.folder.database);
const advance = () => Promise.all(places().map((place) => advanceAnchor(ground.db, place)));

/** Keeps the signed end of now, and gives back what puts log and end back to it. */
async function earlierState(): Promise<() => Promise<void>> {
  const [old] = (await ground.pool.query("select seq, hash, signature, signed_at from audit_head")).rows;
  return async () => {
    await ground.tamper(`delete from audit_log where seq > ${old.seq}`);
    await ground.pool.query("update audit_head set seq = $1, hash = $2, signature = $3, signed_at = $4", [
      ...[old.seq, old.hash, old.signature, old.signed_at],
    ]);
  };
}

describe("an earlier state of log and signed end put back together", () => {
  it("agrees with itself, and is found by what is kept in the data folder or elsewhere", async () => {
    const putBack = await earlierState();
    await ground.append(5);
    await advance();
    await putBack();
    expect((await verifyAudit(ground.db)).fault).toBeNull();
    for (const place of places()) {
      const { anchors } = await findAnchors([place]);
      const { fault } = await verifyAudit(ground.db, anchors, ground.folder.database);
      expect(fault).toMatchObject({ kind: "cut", seq: 6, by: { seq: 10, source: anchors[0]?.source } });
    }
    expect((await found()).anchors.map(({ source }) => source)).toEqual([
      expect.stringMatching(/^data folder's anchor here-3000-[0-9a-f]{8}\.json$/),
      `AUDIT_ANCHOR_FILE's anchor ${ground.file.file}`,
    ]);
  });

  it("is found after the site has written on, beyond the row that is kept", async () => {
    const putBack = await earlierState();
    await ground.append(5);
    await advance();
    await putBack();
    await ground.append(2);
    await advance();
    expect((await verdict()).fault).toMatchObject({ kind: "cut", seq: 8 });
    await ground.append(9);
    await advance();
    expect((await verifyAudit(ground.db)).fault).toBeNull();
    expect((await verdict()).fault).toMatchObject({ kind: "not_anchor", seq: 10 });
  });

  it("is found where all was emptied and begun anew, with an end that the key has signed", async () => {
    await advance();
    await ground.tamper("truncate audit_log");
    await ground.pool.query("delete from audit_head");
    expect((await verdict()).fault).toMatchObject({ kind: "cut", seq: 1 });
    await ground.append(20);
    await advanceAnchor(ground.db, ground.folder);
    expect((await verifyAudit(ground.db)).fault).toBeNull();
    expect((await verdict()).fault).toMatchObject({ kind: "other_log", by: { seq: 5 } });
  });
});

describe("what is found is believed only as far as it goes", () => {
  it("a whole log is told what it was compared with; without an anchor, that there was none", async () => {
    expect(await verdict()).toMatchObject({ fault: null, newest: null, strangers: [] });
    await advance();
    await ground.append(3);
    await advanceAnchor(ground.db, ground.file);
    expect(await verdict()).toMatchObject({ fault: null, rows: 8, newest: { seq: 8 } });
  });

  it("names a file that was made without the key, and does not take its word", async () => {
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
    expect((await verifyAudit(ground.db, left, own.database)).fault).toBeNull();
  });

  it("names a file that cannot be read, and the one file where it is missing", async () => {
    mkdirSync(ground.folder.folder);
    writeFileSync(path.join(ground.folder.folder, "half.json"), "{");
    expect((await found()).faults).toEqual([
      { kind: "unreadable", source: "data folder's anchor half.json", reason: "it is no anchor, or half of one" },
      { kind: "missing", source: `AUDIT_ANCHOR_FILE's anchor ${ground.file.file}` },
    ]);
    const below = { ...ground.folder, folder: path.join(ground.folder.folder, "half.json") };
    expect((await findAnchors([below])).faults).toEqual([
      { kind: "unreadable", source: "data folder's anchors", reason: "ENOTDIR" },
    ]);
  });

  it("after a change of the key both ends count as forged, until the old one is set as AUDIT_KEY", async () => {
    await advance();
    vi.stubEnv("AUTH_SECRET", "another-secret-that-is-long-enough-to-be-taken");
    expect((await verdict()).fault).toMatchObject({ kind: "forged_head" });
    expect((await found()).faults.map(({ kind }) => kind)).toEqual(["forged", "forged"]);
    vi.stubEnv("AUDIT_KEY", "for-tests-alone-and-long-enough-to-be-taken");
    await ground.append();
    await advance();
    expect(await verdict()).toMatchObject({ fault: null, newest: { seq: 6 } });
  });

  it("a copy that went on in another database is told, and is no fault of this one", async () => {
    const copy = { ...ground.folder, database: "copy" };
    await ground.append(2);
    await advanceAnchor(ground.db, copy);
    await ground.tamper("delete from audit_log where seq > 5");
    const { anchors } = await found();
    const { strangers, newest } = await verifyAudit(ground.db, anchors, ground.folder.database);
    expect(strangers).toMatchObject([{ database: "copy", seq: 7 }]);
    expect(newest).toBeNull();
  });
});

it("a restore sets what is kept of its database aside under the time, and leaves other databases' alone", async () => {
  await advance();
  await advanceAnchor(ground.db, { ...ground.folder, instance: "there-4000" });
  await advanceAnchor(ground.db, { ...ground.folder, database: "other" });
  writeFileSync(path.join(ground.folder.folder, "half.json"), "{");
  const kept = readFileSync(ground.file.file, "utf8");
  const { moved, left } = await setAnchorsAside(places(), new Date("2026-11-30T03:04:05.678Z"));
  expect(left).toEqual([]);
  expect(moved).toHaveLength(4);
  expect(moved.every(({ from, to }) => !existsSync(from) && existsSync(to))).toBe(true);
  expect(readFileSync(`${ground.file.file}.20261130T030405678Z`, "utf8")).toBe(kept);
  expect(readdirSync(path.join(ground.folder.folder, "set-aside"))).toHaveLength(3);
  expect((await found()).anchors.map(({ database }) => database)).toEqual(["other"]);
  expect((await advance()).map(({ hasWritten }) => hasWritten)).toEqual([true, true]);
  const others = { ...ground.file, database: "other" };
  expect((await setAnchorsAside([others], new Date())).left).toMatchObject([{ file: ground.file.file }]);
});

it("signs the end in the database as before, so that logs of earlier versions verify", async () => {
  const [head] = (await ground.pool.query("select seq, hash, signature from audit_head")).rows;
  const secret = "for-tests-alone-and-long-enough-to-be-taken";
  const key = Buffer.from(hkdfSync("sha256", secret, "", "asean-activity-tracker audit head", 32));
  expect(head.signature).toBe(createHmac("sha256", key).update(`${head.seq}:${head.hash}`).digest("hex"));
});
