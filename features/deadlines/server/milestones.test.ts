import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { milestones } from "@/db/schema/milestones";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { addMeeting, auditOfMilestone } from "../testing";
import { addMilestone } from "./add-milestone";
import { editMilestone } from "./edit-milestone";
import { getMilestone } from "./get-milestone";
import { listMilestones } from "./list-milestones";
import { markMilestone } from "./mark-milestone";
import { removeMilestone } from "./remove-milestone";

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
const said = { titleEn: "Papers to the Secretariat", titleLo: "ສົ່ງເອກະສານ" };
const onDay = { ...said, anchor: "day", fixedOn: "2027-03-01" } as const;
const stored = async (id: number) => (await database.db.select().from(milestones).where(eq(milestones.id, id)))[0];

async function newOne(fields: object = onDay): Promise<number> {
  const input = { entryId: await ours(), ...fields } as Parameters<typeof addMilestone>[1];
  return (await addMilestone(by.officer, input)).milestoneId;
}

it("a meeting's card shows the first hundred deadlines and knows how many there are", async () => {
  const meetingId = await addMeeting(database.db);
  const one = { titleEn: "Papers", anchor: "meeting" as const, meetingId, dueOn: "2027-01-05" };
  await database.db.insert(milestones).values(Array.from({ length: 120 }, () => one));
  const { lines, total } = await listMilestones(by.viewer, { meetingId });
  expect([lines.length, total]).toEqual([100, 120]);
});

describe("adding a deadline", () => {
  it("keeps what is due with the day that follows from its anchor, and is in the audit", async () => {
    const [entryId, meetingId] = [await ours(), await addMeeting(database.db)];
    const before = { entryId, ...said, anchor: "meeting", meetingId, days: "21", side: "before" } as const;
    const { milestoneId } = await addMilestone(by.officer, before);
    await addMilestone(by.manager, { entryId, ...said, anchor: "entry_end", days: 60, side: "after" });
    await addMilestone(by.admin, { entryId, ...onDay, meetingId, days: "9" });
    const { lines, can } = await listMilestones(by.viewer, { entryId });
    expect(lines.map(({ dueOn, offsetDays, meetingId: on }) => [dueOn, offsetDays, on])).toEqual([
      ["2027-01-05", -21, meetingId],
      ["2027-03-01", 0, null],
      ["2027-08-29", 60, null],
    ]);
    expect(can).toEqual({ write: false });
    expect((await listMilestones(by.officer, { meetingId })).lines.map(({ id }) => id)).toEqual([milestoneId]);
    const [row] = await auditOfMilestone(database.db, milestoneId);
    expect(row).toMatchObject({ action: "milestone.add", after: { entryId, dueOn: "2027-01-05" } });
  });

  it("of a meeting alone is everybody's, and can hang on nothing else", async () => {
    const meetingId = await addMeeting(database.db);
    await addMilestone(by.officer, { entryId: "", ...said, anchor: "meeting", meetingId, days: 7, side: "after" });
    expect((await listMilestones(thai, { meetingId })).lines).toMatchObject([{ dueOn: "2027-02-04", entryId: null }]);
    const alone = addMilestone(by.officer, onDay);
    await expect(alone).rejects.toMatchObject({ fields: [{ field: "anchor", code: "UNKNOWN_CHOICE" }] });
  });

  it("waits for the day of a meeting that has none", async () => {
    const unknown = { firstOn: null, lastOn: null, firstPrecision: "unknown", lastPrecision: "unknown" } as const;
    const id = await newOne({ ...said, anchor: "meeting", meetingId: await addMeeting(database.db, unknown) });
    expect((await getMilestone(by.viewer, { milestoneId: id })).milestone).toMatchObject({
      dueOn: null,
      state: "open",
    });
  });

  it.each([
    ["no title", { titleEn: "", titleLo: "" }, "titleEn", "TITLE_REQUIRED"],
    ["no day", { fixedOn: "" }, "fixedOn", "REQUIRED"],
    ["no meeting", { anchor: "meeting" }, "meetingId", "REQUIRED"],
    ["a meeting that is none", { anchor: "meeting", meetingId: 999_999 }, "meetingId", "UNKNOWN_CHOICE"],
    ["an anchor that is none", { anchor: "moon" }, "anchor", "UNKNOWN_CHOICE"],
    ["too many days", { anchor: "entry_end", days: "731" }, "days", "TOO_LARGE"],
  ])("with %s is refused at its field", async (_name, fields, field, code) => {
    await expect(newOne({ ...onDay, ...fields })).rejects.toMatchObject({
      fields: [expect.objectContaining({ field, code })],
    });
  });
});

describe("a deadline", () => {
  it("is for the desk to write, and seen by who sees its entry", async () => {
    const [entryId, milestoneId] = [await ours(), await newOne()];
    const before = await countAudit(database.db);
    const seen = { milestoneId, version: 1 };
    for (const role of ["focal", "viewer"] as const) {
      for (const refused of [
        () => addMilestone(by[role], { entryId, ...onDay }),
        () => editMilestone(by[role], { ...seen, ...onDay }),
        () => markMilestone(by[role], { ...seen, done: "yes" }),
        () => removeMilestone(by[role], seen),
      ])
        await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const hidden of [() => getMilestone(thai, { milestoneId }), () => listMilestones(thai, { entryId })])
      await expect(hidden()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listMilestones(by.focal, { entryId })).can).toEqual({ write: false });
    expect(await countAudit(database.db)).toBe(before);
  });

  it("that hangs on a meeting is hidden there with its entry", async () => {
    const meetingId = await addMeeting(database.db);
    await newOne({ ...said, anchor: "meeting", meetingId });
    expect((await listMilestones(thai, { meetingId })).lines).toEqual([]);
    expect((await listMilestones(by.focal, { meetingId })).lines).toHaveLength(1);
  });

  it("of a meeting alone stays with it, whatever an edit says", async () => {
    const meetingId = await addMeeting(database.db);
    const own = { ...said, anchor: "meeting", meetingId, days: "7", side: "before" } as const;
    const { milestoneId } = await addMilestone(by.officer, { entryId: "", ...own });
    const { fields } = await getMilestone(by.officer, { milestoneId });
    expect(fields).toMatchObject({ anchor: "meeting", meetingId: String(meetingId), days: "7", side: "before" });
    const elsewhere = { ...own, milestoneId, version: 1, meetingId: await addMeeting(database.db) };
    await expect(editMilestone(by.officer, elsewhere)).rejects.toMatchObject({
      fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }],
    });
    await expect(editMilestone(by.officer, { ...elsewhere, ...onDay })).rejects.toMatchObject({
      fields: [{ field: "anchor", code: "UNKNOWN_CHOICE" }],
    });
    await editMilestone(by.officer, { ...elsewhere, meetingId, days: "9" });
    expect((await getMilestone(by.officer, { milestoneId })).fields).toMatchObject({ days: "9", version: "2" });
  });

  it("that is changed keeps the days it has had; who saw an older one is told", async () => {
    const milestoneId = await newOne();
    const seen = { milestoneId, version: 1, ...onDay };
    await editMilestone(by.officer, { ...seen, fixedOn: "2027-04-01" });
    const { moves, milestone } = await getMilestone(by.viewer, { milestoneId });
    expect(moves).toMatchObject([{ fromOn: "2027-03-01", toOn: "2027-04-01", cause: "edit" }]);
    expect(milestone).toMatchObject({ dueOn: "2027-04-01", version: 2, moves: 1 });
    await expect(editMilestone(by.manager, seen)).rejects.toMatchObject({
      code: "CONFLICT",
      current: { fixedOn: "2027-04-01", version: "2" },
    });
    const [row] = await auditOfMilestone(database.db, milestoneId);
    expect(row).toMatchObject({
      action: "milestone.edit",
      before: { dueOn: "2027-03-01" },
      after: { dueOn: "2027-04-01" },
    });
  });

  it("saved as it is changes nothing", async () => {
    const milestoneId = await newOne();
    await editMilestone(by.officer, { milestoneId, version: 1, ...onDay });
    expect(await stored(milestoneId)).toMatchObject({ version: 1 });
    expect(await auditOfMilestone(database.db, milestoneId)).toHaveLength(1);
  });

  it("is done when somebody says so, and open again", async () => {
    const milestoneId = await newOne();
    await markMilestone(by.officer, { milestoneId, version: 1, done: "yes" });
    expect(await stored(milestoneId)).toMatchObject({ doneBy: by.officer.actor.userId, doneOn: expect.any(String) });
    await expect(markMilestone(by.admin, { milestoneId, version: 1, done: "no" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await markMilestone(by.manager, { milestoneId, version: 2, done: "no" });
    expect(await stored(milestoneId)).toMatchObject({ doneOn: null, doneBy: null });
    const rows = await auditOfMilestone(database.db, milestoneId);
    expect(rows.map(({ action }) => action)).toEqual(["milestone.mark", "milestone.mark", "milestone.add"]);
  });

  it("is removed by who has seen it as it is", async () => {
    const milestoneId = await newOne();
    await expect(removeMilestone(by.officer, { milestoneId, version: 9 })).rejects.toMatchObject({ code: "CONFLICT" });
    await removeMilestone(by.officer, { milestoneId, version: 1 });
    expect(await stored(milestoneId)).toBeUndefined();
    await expect(getMilestone(by.admin, { milestoneId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await auditOfMilestone(database.db, milestoneId))[0]).toMatchObject({
      action: "milestone.remove",
      before: { dueOn: "2027-03-01" },
    });
  });
});
