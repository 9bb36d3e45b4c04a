import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing, completeDraft, planOf } from "../testing";
import { createActivity } from "./create-activity";
import { editActivity } from "./edit-activity";
import { getEditForm } from "./get-edit-form";
import { getEntry } from "./get-entry";
import { listHistory } from "./list-history";
import { removeEntry } from "./remove-entry";
import { reportProgress } from "./report-progress";
import { submitEntry } from "./submit-entry";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const entryOf = async (id: number) => {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  return entry;
};
const versionsOf = (id: number) => database.db.$count(entryVersions, eq(entryVersions.entryId, id));
const lastAudit = async (id: number) => {
  const where = and(eq(auditLog.subject, "plan_entries"), eq(auditLog.subjectId, id));
  const [row] = await database.db.select().from(auditLog).where(where).orderBy(desc(auditLog.seq)).limit(1);
  return row;
};
const reportOf = (entryId: number, version: number, rest: object = {}) => ({
  entryId,
  version,
  status: "ongoing" as const,
  schedule: "on_track" as const,
  progress: "55",
  textLo: "ກຳລັງດຳເນີນ",
  ...rest,
});

describe("a progress report", () => {
  it("changes status, schedule and progress together, with update, version and audit row", async () => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    await reportProgress(roles.focal, reportOf(id, 1, { schedule: "delayed", scheduleReason: "ລໍຖ້າຂໍ້ມູນ" }));
    expect(await entryOf(id)).toMatchObject({ progress: 55, schedule: "delayed", version: 2 });
    expect(await database.db.$count(updates, eq(updates.entryId, id))).toBe(1);
    expect(await versionsOf(id)).toBe(1);
    expect(await lastAudit(id)).toMatchObject({
      action: "entry.report",
      actorId: roles.focal.actor.userId,
      before: expect.objectContaining({ progress: 40, schedule: "on_track" }),
      after: expect.objectContaining({ progress: 55, schedule: "delayed" }),
    });
  });

  it.each([
    ["a reason when not on track", { schedule: "at_risk" }, "scheduleReason", "REASON_REQUIRED"],
    [
      "progress that fits the status",
      { status: "not_started", progress: "70" },
      "progress",
      "PROGRESS_STATUS_MISMATCH",
    ],
    ["progress up to 100", { progress: "101" }, "progress", "TOO_LARGE"],
    ["progress as a number", { progress: "many" }, "progress", "NOT_A_NUMBER"],
    ["a known status", { status: "finished" }, "status", "UNKNOWN_CHOICE"],
    ["an existing day", { reportedOn: "2023-02-30" }, "reportedOn", "NOT_A_DAY"],
    ["a day that is not in the future", { reportedOn: "2099-01-01" }, "reportedOn", "DAY_AHEAD"],
    ["an existing meeting", { meetingId: "999999" }, "meetingId", "UNKNOWN_CHOICE"],
    ["text that can be stored", { textEn: "a\u0000b" }, "textEn", "UNREADABLE_TEXT"],
  ])("requires %s and changes nothing without it", async (_name, rest, field, code) => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    const rows = await countAudit(database.db);
    const attempt = reportProgress(roles.officer, reportOf(id, 1, rest) as Parameters<typeof reportProgress>[1]);
    await expect(attempt).rejects.toMatchObject({
      code: "INVALID_INPUT",
      fields: [expect.objectContaining({ field, code })],
    });
    expect(await entryOf(id)).toMatchObject({ progress: 40, version: 1 });
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("is refused for an entry that is not approved", async () => {
    const id = await addEntry(database.db, { stage: "considered", proponent: "LA" });
    await expect(reportProgress(roles.officer, reportOf(id, 1))).rejects.toMatchObject({
      code: "STATUS_NEEDS_APPROVAL",
    });
  });

  it("sets the first status of an approved entry that has none", async () => {
    const id = await addEntry(database.db, { stage: "approved", proponent: "LA" });
    await reportProgress(roles.officer, reportOf(id, 1));
    expect(await entryOf(id)).toMatchObject({ status: "ongoing", progress: 55 });
  });

  it("refuses the second of two edits and shows what the first saved", async () => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    await reportProgress(roles.officer, reportOf(id, 1, { progress: "60" }));
    const second = reportProgress(roles.manager, reportOf(id, 1, { progress: "70" }));
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      current: expect.objectContaining({ progress: "60", version: "2" }),
    });
  });

  it("succeeds once for 50 simultaneous requests with the same version", async () => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    const tries = Array.from({ length: 50 }, (_, index) =>
      reportProgress(roles.officer, reportOf(id, 1, { progress: String(index) })),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of settled) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "CONFLICT" });
    }
    expect(await entryOf(id)).toMatchObject({ version: 2 });
    expect(await database.db.$count(updates, eq(updates.entryId, id))).toBe(1);
  });

  it("by a focal point is allowed only for entries of its own state", async () => {
    const others = await addOngoing(database.db, { proponent: "TH" });
    const part = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    const rows = await countAudit(database.db);
    await expect(reportProgress(roles.focal, reportOf(others, 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(reportProgress(roles.focal, reportOf(part, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(reportProgress(roles.viewer, reportOf(part, 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await countAudit(database.db)).toBe(rows);
  });
});

const draft = async (rest: object = {}) => ({
  planId: await planOf(database.db, 2026),
  titleEn: "A new study",
  originalLocale: "en" as const,
  kind: "study" as const,
  proponentStateId: await stateId(database.db, "LA"),
  participantStateIds: [await stateId(database.db, "TH")],
  outcomeIds: [],
  coProponentStateIds: [],
  implementingStateIds: [],
  funderPartnerIds: [],
  ...rest,
});

describe("a draft", () => {
  it("is created with the next code of its year, edited and submitted", async () => {
    const { entryId, code } = await createActivity(roles.officer, await draft());
    expect(code).toMatch(/^26-\d\d$/);
    const form = await getEditForm(roles.officer, { entryId });
    expect(form.values).toMatchObject({ titleEn: "A new study", kind: "study", version: "1" });
    const fields = {
      ...form.values,
      entryId,
      participantStateIds: [],
      outcomeIds: [],
      coProponentStateIds: [],
      implementingStateIds: [],
      funderPartnerIds: [],
    };
    await editActivity(roles.officer, { ...fields, titleEn: "A newer study" } as unknown as Parameters<
      typeof editActivity
    >[1]);
    await completeDraft(database.db, entryId);
    await submitEntry(roles.officer, { entryId, version: 2 });
    expect(await entryOf(entryId)).toMatchObject({ stage: "submitted", wasSubmitted: true, version: 3 });
    const page = await getEntry(roles.viewer, { entryId });
    expect(page.activity.titleEn).toBe("A newer study");
    expect(page.states.find((state) => state.code === "TH")?.role).toBeNull();
    const history = (await listHistory(roles.officer, { entryId })).lines;
    expect(history.map((line) => line.change)).toEqual(["entry.submit", "entry.update", "activity.create"]);
    expect(history[1]?.fields).toContainEqual({ field: "titleEn", before: "A new study", after: "A newer study" });
  });

  it("is refused with the wrong fields named", async () => {
    const attempt = createActivity(
      roles.officer,
      await draft({ titleEn: " ", plannedStartOn: "2026-05-01", plannedEndOn: "2026-01-01" }),
    );
    await expect(attempt).rejects.toMatchObject({
      fields: [
        expect.objectContaining({ field: "titleEn", code: "TITLE_REQUIRED" }),
        expect.objectContaining({ field: "plannedEndOn", code: "END_BEFORE_START" }),
      ],
    });
  });

  it("accepts only states that were members in its period", async () => {
    const timorLeste = await stateId(database.db, "TL");
    const attempt = createActivity(
      roles.officer,
      await draft({ planId: await planOf(database.db, 2023), proponentStateId: timorLeste }),
    );
    await expect(attempt).rejects.toMatchObject({
      fields: [expect.objectContaining({ field: "proponentStateId", code: "STATE_NOT_A_MEMBER" })],
    });
    const { entryId } = await createActivity(roles.officer, await draft({ proponentStateId: timorLeste }));
    expect((await getEntry(roles.officer, { entryId })).states).toHaveLength(11);
  });

  it("gets a unique code even if twenty are created at once", async () => {
    const input = await draft();
    const made = await Promise.all(Array.from({ length: 20 }, () => createActivity(roles.officer, input)));
    expect(new Set(made.map((entry) => entry.code)).size).toBe(20);
  });

  it("is removed with its activity, and its history stays", async () => {
    const { entryId } = await createActivity(roles.officer, await draft());
    await removeEntry(roles.officer, { entryId, version: 1 });
    expect(await entryOf(entryId)).toBeUndefined();
    expect(await versionsOf(entryId)).toBe(2);
    const approved = await addEntry(database.db, { stage: "approved" });
    await expect(removeEntry(roles.officer, { entryId: approved, version: 1 })).rejects.toMatchObject({
      code: "PROPOSAL_DECIDED",
    });
  });

  it("cannot be removed while another entry continues it or was merged into it", async () => {
    for (const link of ["carriedFromId", "mergedIntoId"] as const) {
      const entryId = await addEntry(database.db, { proponent: "LA" });
      const other = await addEntry(database.db, { year: 2024, [link]: entryId });
      await expect(removeEntry(roles.officer, { entryId, version: 1 })).rejects.toMatchObject({
        code: "ENTRY_IN_LINE",
      });
      await removeEntry(roles.officer, { entryId: other, version: 1 });
      await removeEntry(roles.officer, { entryId, version: 1 });
    }
  });

  it("is hidden from viewers and other states, and can be submitted by its own state", async () => {
    const own = await addEntry(database.db, { proponent: "LA" });
    const foreign = await addEntry(database.db, { proponent: "TH", participants: ["LA"] });
    await expect(getEntry(roles.viewer, { entryId: own })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getEntry(roles.focal, { entryId: foreign })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await submitEntry(roles.focal, { entryId: own, version: 1 });
    expect((await entryOf(own))?.stage).toBe("submitted");
  });
});
