import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { entryEvidenceLimit } from "@/domain/evidence";
import type { Role } from "@/domain/roles";
import { changeProgress } from "@/features/activities/server/change-progress";
import { reportProgress } from "@/features/activities/server/report-progress";
import { addOngoing } from "@/features/activities/testing";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { files } from "../testing";
import { addEvidence } from "./add-evidence";
import { getEvidenceFile } from "./get-evidence-file";
import { listEvidence } from "./list-evidence";
import { removeEvidence } from "./remove-evidence";

let database: TestDatabase;
let by: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

type Sent = { name?: string; bytes?: Buffer; kind?: "report" | "photo"; note?: string };
const send = (
  context: Context,
  entryId: number,
  { name = "ບົດລາຍງານ.pdf", bytes = files.pdf, kind = "report", note }: Sent = {},
) => addEvidence(context, { entryId, kind, note, file: { name, bytes } });
const ours = () => addOngoing(database.db, { proponent: "LA" });
const auditOf = async (id: number) => {
  const where = and(eq(auditLog.subject, "evidence"), eq(auditLog.subjectId, id));
  return database.db.select().from(auditLog).where(where).orderBy(desc(auditLog.seq));
};

describe("adding a file", () => {
  it("stores it with its kind and cleaned name, returns the same bytes, and is audited", async () => {
    const entryId = await ours();
    const { evidenceId } = await send(by.focal, entryId, { name: "../../ບົດ\r\nລາຍງານ.PDF", note: "ສະບັບສຸດທ້າຍ" });
    const { files: lines, can } = await listEvidence(by.focal, { entryId });
    expect(lines).toMatchObject([
      { id: evidenceId, kind: "report", fileName: "ບົດ ລາຍງານ.pdf", size: files.pdf.length, note: "ສະບັບສຸດທ້າຍ" },
    ]);
    expect(lines[0]).toMatchObject({ addedByName: by.focal.actor.name, isSample: false });
    expect(can).toEqual({ add: true, remove: false });
    const file = await getEvidenceFile(by.viewer, { entryId, evidenceId });
    expect(file).toMatchObject({ fileName: "ບົດ ລາຍງານ.pdf", mediaType: "application/pdf" });
    expect(file.content.equals(files.pdf)).toBe(true);
    const [row] = await auditOf(evidenceId);
    expect(row).toMatchObject({
      action: "evidence.add",
      actorId: by.focal.actor.userId,
      after: { entryId, kind: "report" },
    });
  });

  it("stores the same content once, and accepts it once for each entry", async () => {
    const [one, two] = [await ours(), await ours()];
    await send(by.officer, one, { name: "a.txt", bytes: files.txt });
    await send(by.officer, two, { name: "b.txt", bytes: files.txt });
    expect(await database.db.$count(storedFiles, eq(storedFiles.content, files.txt))).toBe(1);
    const again = send(by.officer, one, { name: "c.txt", bytes: files.txt });
    await expect(again).rejects.toMatchObject({ code: "ALREADY_EXISTS", fields: [{ field: "file" }] });
  });

  it("accepts one of several simultaneous uploads of the same file", async () => {
    const entryId = await ours();
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => send(by.officer, entryId)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listEvidence(by.officer, { entryId })).files).toHaveLength(1);
  });

  it("is allowed to the desk, and to focal points on their own entries", async () => {
    const [entryId, joint] = [await ours(), await addOngoing(database.db, { proponent: "TH", participants: ["LA"] })];
    const before = await countAudit(database.db);
    await expect(send(by.viewer, entryId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(send(thai, entryId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(send(by.focal, joint)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(send(by.admin, 99_999_999)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countAudit(database.db)).toBe(before);
    for (const role of ["admin", "manager", "officer"] as const) await send(by[role], await ours());
    await send(thai, joint);
  });

  it("refuses a missing or wrong file and stores nothing", async () => {
    const entryId = await ours();
    const stored = await database.db.$count(storedFiles);
    const field = (name: string, code: string) => ({ code: "INVALID_INPUT", fields: [{ field: name, code }] });
    const page = send(by.officer, entryId, { name: "a.pdf", bytes: Buffer.from("<html>") });
    await expect(page).rejects.toMatchObject(field("file", "FILE_NOT_AS_NAMED"));
    const none = addEvidence(by.officer, { entryId, kind: "report" } as never);
    await expect(none).rejects.toMatchObject(field("file", "REQUIRED"));
    const kind = send(by.officer, entryId, { kind: "essay" as never });
    await expect(kind).rejects.toMatchObject(field("kind", "UNKNOWN_CHOICE"));
    expect(await database.db.$count(storedFiles)).toBe(stored);
  });
});

describe("the limits of one entry", () => {
  const full = (code: string, max: number) => ({
    code: "INVALID_INPUT",
    fields: [{ field: "file", code, params: { max } }],
  });
  const text = (content: string) => ({ name: `${content}.txt`, bytes: Buffer.from(content) });
  /** Inserts rows as if `count` files of this size had been added. */
  const fill = async (entryId: number, count: number, size: number) => {
    const { evidenceId } = await send(by.officer, entryId);
    const [first] = await database.db.select().from(evidence).where(eq(evidence.id, evidenceId));
    if (!first) throw new Error("nothing was added");
    const { id: _id, ...row } = { ...first, size };
    await database.db.insert(evidence).values(Array.from({ length: count - 1 }, () => row));
  };

  it("are 50 files, also for simultaneous uploads; removing one makes room for another", async () => {
    const entryId = await ours();
    await fill(entryId, entryEvidenceLimit.files - 2, 1);
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) => send(by.focal, entryId, text(`file ${at}`))),
    );
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(4);
    for (const reason of refused) {
      expect(reason).toMatchObject(full("ENTRY_FILES_FULL", 50));
    }
    const { files: lines } = await listEvidence(by.officer, { entryId });
    expect(lines).toHaveLength(entryEvidenceLimit.files);
    const before = await countAudit(database.db);
    await expect(send(by.officer, entryId, text("one more"))).rejects.toMatchObject(full("ENTRY_FILES_FULL", 50));
    expect(await countAudit(database.db)).toBe(before);
    await removeEvidence(by.officer, { entryId, evidenceId: lines[0]?.id ?? 0 });
    await send(by.officer, entryId, text("one more"));
  });

  it("are 200 MB in total", async () => {
    const entryId = await ours();
    await fill(entryId, 2, entryEvidenceLimit.bytes - files.pdf.length - 4);
    await expect(send(by.officer, entryId, text("12345"))).rejects.toMatchObject(full("ENTRY_SIZE_FULL", 200));
    await send(by.officer, entryId, text("1234"));
  });
});

describe("a file", () => {
  it("is not found by those who may not see its entry", async () => {
    const hidden = await addOngoing(database.db, { proponent: "LA", isConfidential: true });
    const entryId = await ours();
    const { evidenceId } = await send(by.officer, hidden);
    const other = await send(by.officer, entryId);
    for (const context of [by.focal, thai, by.viewer]) {
      await expect(listEvidence(context, { entryId: hidden })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getEvidenceFile(context, { entryId: hidden, evidenceId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    // The file cannot be read under the address of another entry either.
    await expect(getEvidenceFile(by.focal, { entryId, evidenceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getEvidenceFile(thai, { entryId, evidenceId: other.evidenceId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("removing a file", () => {
  it("hides it, retains row and content, and is audited", async () => {
    const entryId = await ours();
    const { evidenceId } = await send(by.focal, entryId, { kind: "photo", name: "a.png", bytes: files.png });
    await removeEvidence(by.officer, { entryId, evidenceId });
    expect((await listEvidence(by.officer, { entryId })).files).toEqual([]);
    await expect(getEvidenceFile(by.admin, { entryId, evidenceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await database.db.$count(evidence, eq(evidence.id, evidenceId))).toBe(1);
    const [row] = await auditOf(evidenceId);
    expect(row).toMatchObject({ action: "evidence.remove", before: { fileName: "a.png", entryId } });
    await expect(removeEvidence(by.officer, { entryId, evidenceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await send(by.focal, entryId, { kind: "photo", name: "a.png", bytes: files.png });
  });

  it("is allowed to the desk only", async () => {
    const entryId = await ours();
    const { evidenceId } = await send(by.focal, entryId);
    for (const context of [by.focal, by.viewer, thai])
      await expect(removeEvidence(context, { entryId, evidenceId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("completed work", () => {
  const needed = (code: unknown) => ({
    code: "INVALID_INPUT",
    fields: [{ field: "status", code: "REPORT_EVIDENCE_NEEDED", params: { code } }],
  });
  const report = (entryId: number, version: number) =>
    reportProgress(by.officer, { entryId, version, status: "completed", schedule: "on_track", progress: "100" });

  it("requires a report among the evidence: in the form, in the list and in bulk", async () => {
    const [first, second] = [await ours(), await ours()];
    const both = { rows: [`${first}:1`, `${second}:1`], status: "completed" };
    const row = (id: number) => expect.objectContaining({ field: `row.${id}`, code: "REPORT_EVIDENCE_NEEDED" });
    await expect(report(first, 1)).rejects.toMatchObject(needed(expect.stringMatching(/^T\d+$/)));
    await expect(changeProgress(by.officer, both)).rejects.toMatchObject({ fields: [row(first), row(second)] });
    await send(by.officer, first);
    await send(by.officer, second, { kind: "photo", name: "a.png", bytes: files.png });
    await expect(changeProgress(by.officer, both)).rejects.toMatchObject({ fields: [row(second)] });
    await report(first, 1);
    await send(by.officer, second);
    expect(await changeProgress(by.officer, { ...both, rows: [`${second}:1`] })).toEqual({ changed: 1 });
  });

  it("does not lose its last report", async () => {
    const entryId = await ours();
    const { evidenceId } = await send(by.officer, entryId);
    await report(entryId, 1);
    await expect(removeEvidence(by.officer, { entryId, evidenceId })).rejects.toMatchObject({
      code: "REPORT_STILL_NEEDED",
    });
    expect((await listEvidence(by.officer, { entryId })).files).toHaveLength(1);
    await send(by.officer, entryId, { name: "b.txt", bytes: files.txt });
    await removeEvidence(by.officer, { entryId, evidenceId });
  });
});
