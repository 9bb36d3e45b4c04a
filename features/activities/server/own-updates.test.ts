import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { settings } from "@/db/schema/settings";
import { entryVersions, updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { recordVersion } from "@/server/entries/record-version";
import { countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "../testing";
import { correctUpdate } from "./correct-update";
import { editActivity } from "./edit-activity";
import { getEditForm } from "./get-edit-form";
import { getEntry } from "./get-entry";
import { getUpdate } from "./get-update";
import { reportProgress } from "./report-progress";
import { takeBackUpdate } from "./take-back-update";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const entryOf = async (id: number) => (await database.db.select().from(planEntries).where(eq(planEntries.id, id)))[0];
const updateOf = async (id: number) => (await database.db.select().from(updates).where(eq(updates.id, id)))[0];
const work = { status: "ongoing", schedule: "on_track", progress: "70", textEn: "Seventy" } as const;

/** An entry at 40 % with a history, and an update of the officer that says 70 %. */
async function reported(day?: string): Promise<{ entryId: number; updateId: number }> {
  const entryId = await addOngoing(database.db, { proponent: "LA" });
  await database.db.transaction((tx) => recordVersion(tx, roles.admin, entryId, { change: "reference.load" }));
  const { updateId } = await reportProgress(roles.officer, { ...work, entryId, version: "1", reportedOn: day ?? "" });
  return { entryId, updateId };
}
const later = (hours: number): Context => ({
  ...roles.officer,
  now: new Date(roles.officer.now.getTime() + hours * 3_600_000),
});

it("corrects words and work, keeps the former words, and takes effect when the update did", async () => {
  const { entryId, updateId } = await reported("2026-03-01");
  await correctUpdate(roles.officer, { ...work, updateId, version: "2", progress: "60", textEn: "Sixty" });
  expect(await entryOf(entryId)).toMatchObject({ progress: 60 });
  expect(await updateOf(updateId)).toMatchObject({
    progress: 60,
    textEn: "Sixty",
    reportedOn: "2026-03-01",
    former: [{ textEn: "Seventy", byName: roles.officer.actor.name }],
  });
  const versions = await database.db.select().from(entryVersions).where(eq(entryVersions.entryId, entryId));
  const [, first, corrected] = versions.sort((a, b) => a.id - b.id);
  expect(corrected).toMatchObject({ change: "update.correct", validFrom: first?.validFrom });
  const [line] = (await getEntry(roles.officer, { entryId })).updates;
  expect(line).toMatchObject({ textEn: "Sixty", former: [{ textEn: "Seventy" }] });
});

it("corrects a status that no later update could return from", async () => {
  const { entryId, updateId } = await reported();
  await correctUpdate(roles.officer, { ...work, updateId, version: "2", status: "cancelled", schedule: "" });
  const [{ version = 0 } = {}] = [await entryOf(entryId)];
  await correctUpdate(roles.officer, { ...work, updateId, version: String(version) });
  expect(await entryOf(entryId)).toMatchObject({ status: "ongoing", progress: 70, schedule: "on_track" });
});

it("takes back an update, and everything is as before it", async () => {
  const { entryId, updateId } = await reported();
  const rows = await countAudit(database.db);
  await takeBackUpdate(roles.officer, { updateId });
  expect(await entryOf(entryId)).toMatchObject({ progress: 40, lastReportedOn: null });
  expect(await updateOf(updateId)).toMatchObject({ takenBackByName: roles.officer.actor.name });
  expect((await getEntry(roles.officer, { entryId })).updates).toEqual([]);
  expect(await countAudit(database.db)).toBe(rows + 1);
  await expect(takeBackUpdate(roles.officer, { updateId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("leaves alone what something later has changed", async () => {
  const { entryId, updateId } = await reported();
  await reportProgress(roles.manager, { ...work, entryId, version: "2", progress: "80" });
  const page = await getUpdate(roles.officer, { entryId, updateId });
  expect(page).toMatchObject({ standsBecause: null, isWordsOnly: true });
  const changed = { ...work, updateId, version: "3", textEn: "Corrected" };
  await expect(correctUpdate(roles.officer, changed)).rejects.toMatchObject({ code: "UPDATE_SUPERSEDED" });
  await correctUpdate(roles.officer, { ...changed, status: "" });
  await takeBackUpdate(roles.officer, { updateId });
  expect(await entryOf(entryId)).toMatchObject({ progress: 80, lastReportedOn: expect.any(String) });
});

it("leaves an edit of the entry alone, and still takes back the update before it", async () => {
  const { entryId, updateId } = await reported();
  const { values } = await getEditForm(roles.officer, { entryId });
  const lists = { outcomeIds: [], coProponentStateIds: [], implementingStateIds: [], funderPartnerIds: [] };
  const edited = { ...values, ...lists, entryId, participantStateIds: [], titleEn: "A better title" };
  await editActivity(roles.officer, edited as unknown as Parameters<typeof editActivity>[1]);
  await takeBackUpdate(roles.officer, { updateId });
  const page = await getEntry(roles.officer, { entryId });
  expect([page.activity.titleEn, page.entry.progress]).toEqual(["A better title", 40]);
});

it("is its author's alone, and ends with the time of the setting", async () => {
  const { entryId, updateId } = await reported();
  for (const role of ["admin", "manager", "focal"] as const)
    await expect(takeBackUpdate(roles[role], { updateId })).rejects.toMatchObject({ code: "UPDATE_NOT_OWN" });
  await expect(takeBackUpdate(roles.viewer, { updateId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const untilOf = async (context: Context) => (await getEntry(context, { entryId })).updates[0]?.correctableUntil;
  expect(await untilOf(later(23))).toBeInstanceOf(Date);
  expect([await untilOf(later(24)), await untilOf(roles.manager)]).toEqual([null, null]);
  await expect(takeBackUpdate(later(24), { updateId })).rejects.toMatchObject({ code: "UPDATE_TIME_OVER" });
  await database.db.insert(settings).values({ key: "taking-back", value: { hours: 48, binDays: 90 } });
  await takeBackUpdate(later(24), { updateId });
  await database.db.delete(settings);
});

it("ends when a meeting has decided on the entry since", async () => {
  const { entryId, updateId } = await reported();
  const [meeting] = await database.db.select({ id: meetings.id }).from(meetings).limit(1);
  await database.db.insert(decisions).values({
    meetingId: meeting?.id ?? 0,
    entryId,
    verbPrinted: "noted",
    outcome: "noted",
    recordedAt: later(1).now,
  });
  await expect(takeBackUpdate(later(2), { updateId })).rejects.toMatchObject({ code: "UPDATE_USED" });
  expect(await getUpdate(later(2), { entryId, updateId })).toMatchObject({ standsBecause: "UPDATE_USED" });
});

it("notices that somebody else saved in between", async () => {
  const { updateId } = await reported();
  const stale = { ...work, updateId, version: "1" };
  await expect(correctUpdate(roles.officer, stale)).rejects.toMatchObject({ code: "CONFLICT" });
});
