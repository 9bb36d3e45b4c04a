import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { milestones } from "@/db/schema/milestones";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { addMeeting, auditOfMilestone } from "../testing";
import { addDeadline } from "./add-deadline";
import { editDeadline } from "./edit-deadline";
import { getDeadline } from "./get-deadline";
import { listOwnDeadlines } from "./list-own-deadlines";
import { markDeadline } from "./mark-deadline";
import { removeDeadline } from "./remove-deadline";

let database: TestDatabase;
let by: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

const ours = (wish = {}) => addOngoing(database.db, { proponent: "LA", plannedEndOn: "2027-06-30", ...wish });
const titles = { titleEn: "Papers to the Secretariat", titleLo: "ສົ່ງເອກະສານ" };
const onDay = { ...titles, anchor: "day", fixedOn: "2027-03-01" } as const;
const stored = async (id: number) => (await database.db.select().from(milestones).where(eq(milestones.id, id)))[0];

async function newOne(fields: object = onDay): Promise<number> {
  const input = { entryId: await ours(), ...fields } as Parameters<typeof addDeadline>[1];
  return (await addDeadline(by.officer, input)).deadlineId;
}

it("a meeting's card shows the first hundred deadlines and the total number", async () => {
  const meetingId = await addMeeting(database.db);
  const one = { titleEn: "Papers", anchor: "meeting" as const, meetingId, dueOn: "2027-01-05" };
  await database.db.insert(milestones).values(Array.from({ length: 120 }, () => one));
  const { lines, total } = await listOwnDeadlines(by.viewer, { meetingId });
  expect([lines.length, total]).toEqual([100, 120]);
});

describe("adding a deadline", () => {
  it("stores it with the day computed from its anchor, and is audited", async () => {
    const [entryId, meetingId] = [await ours(), await addMeeting(database.db)];
    const before = { entryId, ...titles, anchor: "meeting", meetingId, days: "21", side: "before" } as const;
    const { deadlineId } = await addDeadline(by.officer, before);
    await addDeadline(by.manager, { entryId, ...titles, anchor: "entry_end", days: 60, side: "after" });
    await addDeadline(by.admin, { entryId, ...onDay, meetingId, days: "9" });
    const { lines, can } = await listOwnDeadlines(by.viewer, { entryId });
    expect(lines.map(({ dueOn, offsetDays, meetingId: on }) => [dueOn, offsetDays, on])).toEqual([
      ["2027-01-05", -21, meetingId],
      ["2027-03-01", 0, null],
      ["2027-08-29", 60, null],
    ]);
    expect(can).toEqual({ write: false });
    expect((await listOwnDeadlines(by.officer, { meetingId })).lines.map(({ id }) => id)).toEqual([deadlineId]);
    const [row] = await auditOfMilestone(database.db, deadlineId);
    expect(row).toMatchObject({ action: "milestone.add", after: { entryId, dueOn: "2027-01-05" } });
  });

  it("to a meeting makes it visible to everyone; no other anchor is possible", async () => {
    const meetingId = await addMeeting(database.db);
    await addDeadline(by.officer, { entryId: "", ...titles, anchor: "meeting", meetingId, days: 7, side: "after" });
    expect((await listOwnDeadlines(thai, { meetingId })).lines).toMatchObject([{ dueOn: "2027-02-04", entryId: null }]);
    const alone = addDeadline(by.officer, onDay);
    await expect(alone).rejects.toMatchObject({ fields: [{ field: "anchor", code: "UNKNOWN_CHOICE" }] });
  });

  it("to a meeting without days leaves it without a day until the meeting has one", async () => {
    const unknown = { firstOn: null, lastOn: null, firstPrecision: "unknown", lastPrecision: "unknown" } as const;
    const id = await newOne({ ...titles, anchor: "meeting", meetingId: await addMeeting(database.db, unknown) });
    expect((await getDeadline(by.viewer, { deadlineId: id })).deadline).toMatchObject({
      dueOn: null,
      state: "open",
    });
  });

  it.each([
    ["no title", { titleEn: "", titleLo: "" }, "titleEn", "TITLE_REQUIRED"],
    ["no day", { fixedOn: "" }, "fixedOn", "REQUIRED"],
    ["no meeting", { anchor: "meeting" }, "meetingId", "REQUIRED"],
    ["an unknown meeting", { anchor: "meeting", meetingId: 999_999 }, "meetingId", "UNKNOWN_CHOICE"],
    ["an unknown anchor", { anchor: "moon" }, "anchor", "UNKNOWN_CHOICE"],
    ["too many days", { anchor: "entry_end", days: "731" }, "days", "TOO_LARGE"],
  ])("with %s is refused at its field", async (_name, fields, field, code) => {
    await expect(newOne({ ...onDay, ...fields })).rejects.toMatchObject({
      fields: [expect.objectContaining({ field, code })],
    });
  });
});

describe("a deadline", () => {
  it("can be written by the desk, and is visible to those who see its entry", async () => {
    const [entryId, deadlineId] = [await ours(), await newOne()];
    const before = await countAudit(database.db);
    const seen = { deadlineId, version: 1 };
    for (const role of ["focal", "viewer"] as const) {
      for (const refused of [
        () => addDeadline(by[role], { entryId, ...onDay }),
        () => editDeadline(by[role], { ...seen, ...onDay }),
        () => markDeadline(by[role], { ...seen, done: "yes" }),
        () => removeDeadline(by[role], seen),
      ])
        await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const hidden of [() => getDeadline(thai, { deadlineId }), () => listOwnDeadlines(thai, { entryId })])
      await expect(hidden()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listOwnDeadlines(by.focal, { entryId })).can).toEqual({ write: false });
    expect(await countAudit(database.db)).toBe(before);
  });

  it("of a hidden entry is hidden on the meeting's page too", async () => {
    const meetingId = await addMeeting(database.db);
    await newOne({ ...titles, anchor: "meeting", meetingId });
    expect((await listOwnDeadlines(thai, { meetingId })).lines).toEqual([]);
    expect((await listOwnDeadlines(by.focal, { meetingId })).lines).toHaveLength(1);
  });

  it("of a meeting stays with the meeting when it is edited", async () => {
    const meetingId = await addMeeting(database.db);
    const own = { ...titles, anchor: "meeting", meetingId, days: "7", side: "before" } as const;
    const { deadlineId } = await addDeadline(by.officer, { entryId: "", ...own });
    const { fields } = await getDeadline(by.officer, { deadlineId });
    expect(fields).toMatchObject({ anchor: "meeting", meetingId: String(meetingId), days: "7", side: "before" });
    const elsewhere = { ...own, deadlineId, version: 1, meetingId: await addMeeting(database.db) };
    await expect(editDeadline(by.officer, elsewhere)).rejects.toMatchObject({
      fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }],
    });
    await expect(editDeadline(by.officer, { ...elsewhere, ...onDay })).rejects.toMatchObject({
      fields: [{ field: "anchor", code: "UNKNOWN_CHOICE" }],
    });
    await editDeadline(by.officer, { ...elsewhere, meetingId, days: "9" });
    expect((await getDeadline(by.officer, { deadlineId })).fields).toMatchObject({ days: "9", version: "2" });
  });

  it("records its earlier days, and refuses an edit of a stale version", async () => {
    const deadlineId = await newOne();
    const seen = { deadlineId, version: 1, ...onDay };
    await editDeadline(by.officer, { ...seen, fixedOn: "2027-04-01" });
    const { moves, deadline } = await getDeadline(by.viewer, { deadlineId });
    expect(moves).toMatchObject([{ fromOn: "2027-03-01", toOn: "2027-04-01", cause: "edit" }]);
    expect(deadline).toMatchObject({ dueOn: "2027-04-01", version: 2, moves: 1 });
    await expect(editDeadline(by.manager, seen)).rejects.toMatchObject({
      code: "CONFLICT",
      current: { fixedOn: "2027-04-01", version: "2" },
    });
    const [row] = await auditOfMilestone(database.db, deadlineId);
    expect(row).toMatchObject({
      action: "milestone.edit",
      before: { dueOn: "2027-03-01" },
      after: { dueOn: "2027-04-01" },
    });
  });

  it("does not change if it is saved unchanged", async () => {
    const deadlineId = await newOne();
    await editDeadline(by.officer, { deadlineId, version: 1, ...onDay });
    expect(await stored(deadlineId)).toMatchObject({ version: 1 });
    expect(await auditOfMilestone(database.db, deadlineId)).toHaveLength(1);
  });

  it("can be marked as done and opened again", async () => {
    const deadlineId = await newOne();
    await markDeadline(by.officer, { deadlineId, version: 1, done: "yes" });
    expect(await stored(deadlineId)).toMatchObject({ doneBy: by.officer.actor.userId, doneOn: expect.any(String) });
    await expect(markDeadline(by.admin, { deadlineId, version: 1, done: "no" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await markDeadline(by.manager, { deadlineId, version: 2, done: "no" });
    expect(await stored(deadlineId)).toMatchObject({ doneOn: null, doneBy: null });
    const rows = await auditOfMilestone(database.db, deadlineId);
    expect(rows.map(({ action }) => action)).toEqual(["milestone.mark", "milestone.mark", "milestone.add"]);
  });

  it("can be removed only with the current version", async () => {
    const deadlineId = await newOne();
    await expect(removeDeadline(by.officer, { deadlineId, version: 9 })).rejects.toMatchObject({ code: "CONFLICT" });
    await removeDeadline(by.officer, { deadlineId, version: 1 });
    expect(await stored(deadlineId)).toBeUndefined();
    await expect(getDeadline(by.admin, { deadlineId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await auditOfMilestone(database.db, deadlineId))[0]).toMatchObject({
      action: "milestone.remove",
      before: { dueOn: "2027-03-01" },
    });
  });
});
