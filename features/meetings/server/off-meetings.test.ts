import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { bodies } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { isToCome } from "@/server/register/coming-meetings";
import { countAudit, everyRole } from "@/server/testing";
import { addAgendaItem } from "./add-agenda-item";
import { cancelMeeting } from "./cancel-meeting";
import { createMeeting } from "./create-meeting";
import { editMeeting } from "./edit-meeting";
import { getMeeting } from "./get-meeting";
import { openMeeting } from "./open-meeting";
import { postponeMeeting } from "./postpone-meeting";
import { removeMeeting } from "./remove-meeting";
import { replanMeeting } from "./replan-meeting";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

let made = 0;
async function planned(): Promise<number> {
  made += 1;
  const [body] = await database.db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, "ADGSOM"));
  const days = { firstOn: "2098-02-01", lastOn: "2098-02-02" };
  const named = { bodyId: body?.id ?? 0, ordinal: String(100 + made), titleEn: `Meeting ${made}` };
  return (await createMeeting(roles.officer, { ...named, ...days })).meetingId;
}
const stored = async (id: number) => (await database.db.select().from(meetings).where(eq(meetings.id, id)))[0];
const reason = "The host asked for it.";
const isComing = async (id: number) =>
  (await database.db.select({ id: meetings.id }).from(meetings).where(isToCome("2026-01-01"))).some(
    (one) => one.id === id,
  );

describe("a meeting that is not held", () => {
  it("is postponed by the desk with a reason, and planned again by its new days", async () => {
    const meetingId = await planned();
    await expect(postponeMeeting(roles.officer, { meetingId, version: "1", reason: " \u200b" })).rejects.toMatchObject({
      fields: [{ field: "reason", code: "REQUIRED" }],
    });
    await postponeMeeting(roles.officer, { meetingId, version: "1", reason });
    const page = await getMeeting(roles.viewer, { meetingId });
    expect(page.meeting).toMatchObject({ state: "postponed", stateReason: reason, version: 2 });
    expect(page.stateChangedByName).toBe(roles.officer.actor.name);
    expect(await isComing(meetingId)).toBe(true);
    const [audit] = await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
    expect(audit).toMatchObject({ action: "meeting.postpone", after: { state: "postponed", stateReason: reason } });
    await expect(openMeeting(roles.manager, { meetingId, version: "2" })).rejects.toMatchObject({
      code: "MEETING_OFF",
    });
    const { fields } = await getMeeting(roles.officer, { meetingId });
    await editMeeting(roles.officer, { ...fields, meetingId, version: "2", placeEn: "Vientiane" } as never);
    expect((await stored(meetingId))?.state).toBe("postponed");
    const after = (await getMeeting(roles.officer, { meetingId })).fields;
    await editMeeting(roles.officer, { ...after, meetingId, version: "3", lastOn: "2098-03-02" } as never);
    expect(await stored(meetingId)).toMatchObject({ state: "planned", stateReason: null, lastOn: "2098-03-02" });
  });

  it("is cancelled by heads of division, comes no more, and can be planned again by them", async () => {
    const meetingId = await planned();
    await expect(cancelMeeting(roles.officer, { meetingId, version: "1", reason })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await cancelMeeting(roles.manager, { meetingId, version: "1", reason });
    expect(await isComing(meetingId)).toBe(false);
    const item = addAgendaItem(roles.officer, { meetingId, titleEn: "A point" } as never);
    await expect(item).rejects.toMatchObject({ code: "MEETING_OFF" });
    for (const act of [cancelMeeting, postponeMeeting])
      await expect(act(roles.manager, { meetingId, version: "2", reason })).rejects.toMatchObject({
        code: "MEETING_STATE_FIXED",
      });
    const again = { meetingId, version: "2" };
    await expect(replanMeeting(roles.officer, again)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(replanMeeting(roles.manager, { ...again, version: "1" })).rejects.toMatchObject({ code: "CONFLICT" });
    await replanMeeting(roles.manager, again);
    expect(await stored(meetingId)).toMatchObject({ state: "planned", stateReason: null, version: 3 });
  });

  it("is no meeting that was held", async () => {
    const meetingId = await planned();
    await database.db.update(meetings).set({ state: "closed" }).where(eq(meetings.id, meetingId));
    const rows = await countAudit(database.db);
    for (const act of [cancelMeeting, postponeMeeting, replanMeeting, removeMeeting])
      await expect(act(roles.manager, { meetingId, version: "1", reason })).rejects.toMatchObject({
        code: "MEETING_STATE_FIXED",
      });
    expect(await countAudit(database.db)).toBe(rows);
  });
});

describe("a planned meeting", () => {
  it("is removed while nothing hangs on it", async () => {
    const meetingId = await planned();
    expect((await getMeeting(roles.officer, { meetingId })).can.remove).toBe(true);
    await expect(removeMeeting(roles.viewer, { meetingId, version: "1" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeMeeting(roles.officer, { meetingId, version: "1" });
    expect(await stored(meetingId)).toBeUndefined();
  });

  it("stays while a deadline is counted from it", async () => {
    const meetingId = await planned();
    const due = { titleEn: "Papers", anchor: "meeting", meetingId, offsetDays: -7, dueOn: "2098-01-25" } as const;
    await database.db.insert(milestones).values(due);
    expect((await getMeeting(roles.officer, { meetingId })).can.remove).toBe(false);
    await expect(removeMeeting(roles.officer, { meetingId, version: "1" })).rejects.toMatchObject({
      code: "MEETING_IN_USE",
    });
  });
});
