import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { bodies } from "@/db/schema/bodies";
import { papers, storedFiles } from "@/db/schema/evidence";
import { agendaItems, meetings } from "@/db/schema/meetings";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { meetingPapersLimit } from "@/domain/evidence";
import type { Role } from "@/domain/roles";
import { removeAgendaItem } from "@/features/meetings/server/remove-agenda-item";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { files } from "../testing";
import { addEvidence } from "./add-evidence";
import { addPaper } from "./add-paper";
import { getPaperFile } from "./get-paper-file";
import { listPapers } from "./list-papers";
import { removePaper } from "./remove-paper";

let database: TestDatabase;
let by: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

let made = 0;

/** A meeting with one agenda item. */
async function fixture(state: "planned" | "closed" = "planned") {
  made += 1;
  const [body] = await database.db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, "JWG"));
  const [meeting] = await database.db
    .insert(meetings)
    .values({ code: `JWG-P${made}`, bodyId: body?.id ?? 0, titleEn: "A meeting", state })
    .returning({ id: meetings.id });
  const meetingId = meeting?.id ?? 0;
  const [item] = await database.db
    .insert(agendaItems)
    .values({ meetingId, position: 1, titleEn: "Proposals" })
    .returning({ id: agendaItems.id });
  return { meetingId, itemId: item?.id ?? 0 };
}

type Sent = { itemId?: number; audience?: "desk" | "all"; name?: string; bytes?: Buffer; note?: string };
const send = (context: Context, meetingId: number, sent: Sent = {}) => {
  const { itemId, audience = "all", name = "ວາລະ.pdf", bytes = files.pdf, note } = sent;
  return addPaper(context, { meetingId, agendaItemId: itemId, audience, note, file: { name, bytes } });
};

describe("a meeting document", () => {
  it("is stored with its agenda item, returned with the same bytes, and audited", async () => {
    const { meetingId, itemId } = await fixture();
    const { paperId } = await send(by.officer, meetingId, { itemId, name: "../ວາລະ\r\nທີ 5.PDF", note: "ສະບັບທີ 2" });
    const { files: lines, can } = await listPapers(by.viewer, { meetingId });
    expect(lines).toMatchObject([{ id: paperId, agendaItemId: itemId, fileName: "ວາລະ ທີ 5.pdf", note: "ສະບັບທີ 2" }]);
    expect(can).toEqual({ write: false });
    const file = await getPaperFile(by.focal, { meetingId, paperId });
    expect(file).toMatchObject({ mediaType: "application/pdf" });
    expect(file.content.equals(files.pdf)).toBe(true);
    const where = and(eq(auditLog.subject, "papers"), eq(auditLog.subjectId, paperId));
    const [row] = await database.db.select().from(auditLog).where(where).orderBy(desc(auditLog.seq));
    expect(row).toMatchObject({ action: "paper.add", after: { meetingId, agendaItemId: itemId, audience: "all" } });
  });

  it("can be added to a closed meeting", async () => {
    const { meetingId } = await fixture("closed");
    await send(by.manager, meetingId);
    expect((await listPapers(by.officer, { meetingId })).files).toHaveLength(1);
  });

  it("for the desk is visible to the desk only, in the list and as a file", async () => {
    const { meetingId } = await fixture();
    const { paperId } = await send(by.officer, meetingId, { audience: "desk" });
    for (const role of ["admin", "manager", "officer"] as const) {
      expect((await listPapers(by[role], { meetingId })).files).toHaveLength(1);
      await getPaperFile(by[role], { meetingId, paperId });
    }
    for (const role of ["focal", "viewer"] as const) {
      expect((await listPapers(by[role], { meetingId })).files).toEqual([]);
      await expect(getPaperFile(by[role], { meetingId, paperId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("can be added and removed by the desk only", async () => {
    const { meetingId } = await fixture();
    const { paperId } = await send(by.officer, meetingId);
    const before = await countAudit(database.db);
    for (const role of ["focal", "viewer"] as const) {
      await expect(send(by[role], meetingId)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(removePaper(by[role], { meetingId, paperId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(send(by.admin, 99_999_999)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await countAudit(database.db)).toBe(before);
  });

  it("shares its stored content with evidence, and is accepted once for each meeting", async () => {
    const [entryId, { meetingId }] = [await addOngoing(database.db), await fixture()];
    await addEvidence(by.officer, { entryId, kind: "paper", file: { name: "a.txt", bytes: files.txt } });
    await send(by.officer, meetingId, { name: "b.txt", bytes: files.txt });
    expect(await database.db.$count(storedFiles, eq(storedFiles.content, files.txt))).toBe(1);
    await expect(send(by.officer, meetingId, { name: "c.txt", bytes: files.txt })).rejects.toMatchObject({
      code: "ALREADY_EXISTS",
    });
  });

  it("is accepted once if it is uploaded several times at once", async () => {
    const { meetingId } = await fixture();
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => send(by.officer, meetingId)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["of a type other than its name says", { name: "a.pdf", bytes: files.txt }, "file", "FILE_NOT_AS_NAMED"],
    ["empty", { bytes: Buffer.alloc(0) }, "file", "FILE_EMPTY"],
    ["HTML", { name: "a.html", bytes: Buffer.from("<p>") }, "file", "FILE_TYPE_REFUSED"],
  ])("is refused if it is %s", async (_name, sent, field, code) => {
    const { meetingId } = await fixture();
    await expect(send(by.officer, meetingId, sent)).rejects.toMatchObject({
      fields: [expect.objectContaining({ field, code })],
    });
  });

  it("must belong to an agenda item of its own meeting", async () => {
    const [{ meetingId }, other] = [await fixture(), await fixture()];
    await expect(send(by.officer, meetingId, { itemId: other.itemId })).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: "agendaItemId", code: "UNKNOWN_CHOICE" })],
    });
  });

  it("is refused beyond the limit of a meeting", async () => {
    const { meetingId } = await fixture();
    const { paperId } = await send(by.officer, meetingId);
    const [one] = await database.db.select().from(papers).where(eq(papers.id, paperId));
    if (!one) throw new Error("no paper was added");
    const { id: _id, ...row } = one;
    await database.db.insert(papers).values(Array.from({ length: meetingPapersLimit.files - 1 }, () => row));
    await expect(send(by.officer, meetingId, { name: "b.txt", bytes: files.txt })).rejects.toMatchObject({
      fields: [expect.objectContaining({ code: "MEETING_FILES_FULL", params: { max: meetingPapersLimit.files } })],
    });
  });

  it("can be removed once and is hidden afterwards", async () => {
    const { meetingId } = await fixture();
    const { paperId } = await send(by.officer, meetingId);
    const other = await fixture();
    const refused = removePaper(by.officer, { meetingId: other.meetingId, paperId });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removePaper(by.officer, { meetingId, paperId });
    expect((await listPapers(by.officer, { meetingId })).files).toEqual([]);
    await expect(getPaperFile(by.admin, { meetingId, paperId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removePaper(by.officer, { meetingId, paperId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await database.db.$count(papers, eq(papers.id, paperId))).toBe(1);
  });

  it("belongs to the meeting after its agenda item is removed", async () => {
    const { meetingId, itemId } = await fixture();
    await send(by.officer, meetingId, { itemId });
    await removeAgendaItem(by.officer, { itemId });
    expect((await listPapers(by.viewer, { meetingId })).files).toMatchObject([{ agendaItemId: null }]);
  });
});
