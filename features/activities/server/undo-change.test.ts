import { asc, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { recordVersion } from "@/server/entries/record-version";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry, addOngoing, type EntryWish, listQuery } from "../testing";
import { changeProgress } from "./change-progress";
import { editActivity } from "./edit-activity";
import { getEditForm } from "./get-edit-form";
import { getEntry } from "./get-entry";
import { listActivities } from "./list-activities";
import { listHistory } from "./list-history";
import { reportState } from "./report-state";
import { submitEntry } from "./submit-entry";
import { undoChange } from "./undo-change";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const entryOf = async (id: number) => (await database.db.select().from(planEntries).where(eq(planEntries.id, id)))[0];
const updatesOf = (id: number) => database.db.select().from(updates).where(eq(updates.entryId, id));
const versionsOf = (id: number) =>
  database.db.select().from(entryVersions).where(eq(entryVersions.entryId, id)).orderBy(asc(entryVersions.id));

/** An entry with a history that begins with what it is now. */
async function known(wish: EntryWish = {}): Promise<number> {
  const id = await addOngoing(database.db, { proponent: "LA", ...wish });
  await database.db.transaction((tx) => recordVersion(tx, roles.admin, id, { change: "reference.load" }));
  return id;
}
const change = (context: Context, ids: readonly number[], rest: object = { progress: "70" }) =>
  changeProgress(context, { rows: ids.map((id) => `${id}:1`), ...rest });
async function actOf(id: number): Promise<number> {
  const [last] = await database.db
    .select({ id: entryVersions.id })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, id))
    .orderBy(desc(entryVersions.id))
    .limit(1);
  return last?.id ?? 0;
}

it("restores a snapshot of a former version, with columns that are gone or computed by now", async () => {
  const id = await known({ titleEn: "A study of before" });
  const [first] = await versionsOf(id);
  const former = first?.snapshot as { entry: object; activity: object };
  const more = { searchText: "a study of before", foldedText: "a study of before" };
  const snapshot = { ...former, activity: { ...former.activity, ...more }, entry: { ...former.entry, ...more } };
  await database.db.update(entryVersions).set({ snapshot }).where(eq(entryVersions.entryId, id));
  const { act } = await change(roles.officer, [id]);
  expect(await undoChange(roles.officer, { versionId: act ?? 0 })).toEqual({ undone: 1 });
  expect(await entryOf(id)).toMatchObject({ progress: 40 });
  const found = await listActivities(roles.officer, listQuery("q=study+of+before"));
  expect(found.rows.map((row) => row.id)).toContain(id);
});

it("takes back an act on many entries whole, with the updates that it wrote", async () => {
  const ids = [await known(), await known(), await known()];
  const { act } = await change(roles.officer, ids, { progress: "70", text: "Wrong list" });
  expect(await undoChange(roles.officer, { versionId: act ?? 0 })).toEqual({ undone: 3 });
  for (const id of ids) {
    expect(await entryOf(id)).toMatchObject({ progress: 40, lastReportedOn: null, version: 3 });
    expect(await updatesOf(id)).toMatchObject([{ takenBackByName: roles.officer.actor.name, textEn: "Wrong list" }]);
    const page = await getEntry(roles.officer, { entryId: id });
    expect(page.updates).toEqual([]);
    expect(page.undo).toBeNull();
  }
  const [id = 0] = ids;
  const history = await listHistory(roles.officer, { entryId: id });
  expect(history.lines.map((line) => line.change)).toEqual(["entry.undo", "entry.progress", "reference.load"]);
});

it("takes effect when the act did, so that a past day shows what is right", async () => {
  const id = await known();
  const { act } = await change(roles.officer, [id], { progress: "90", reportedOn: "2026-03-01" });
  await undoChange(roles.officer, { versionId: act ?? 0 });
  const [, wrong, undone] = await versionsOf(id);
  expect(undone?.validFrom).toEqual(wrong?.validFrom);
});

it("counts a confirming update no more", async () => {
  const id = await known({ lastReportedOn: "2026-01-15" });
  const { act } = await change(roles.officer, [id], { progress: "40", reportedOn: "2026-01-10" });
  await undoChange(roles.officer, { versionId: act ?? 0 });
  expect((await getEntry(roles.officer, { entryId: id })).updates).toEqual([]);
  await expect(undoChange(roles.officer, { versionId: act ?? 0 })).rejects.toMatchObject({ code: "UNDO_ENDED" });
});

it("ends when something else has happened to one of the entries, which is named", async () => {
  const ids = [await known(), await known()];
  const { act } = await change(roles.officer, ids);
  const [first = 0, second = 0] = ids;
  await changeProgress(roles.manager, { rows: [`${second}:2`], progress: "75" });
  const rows = await countAudit(database.db);
  const { code } = (await getEntry(roles.officer, { entryId: second })).activity;
  await expect(undoChange(roles.officer, { versionId: act ?? 0 })).rejects.toMatchObject({
    code: "UNDO_ENDED",
    params: { entries: code },
  });
  expect(await entryOf(first)).toMatchObject({ progress: 70 });
  expect(await countAudit(database.db)).toBe(rows);
  expect((await getEntry(roles.officer, { entryId: first })).undo).toBeNull();
});

it("restores titles, parties and dates of an edited entry", async () => {
  const id = await known({ participants: ["TH"] });
  const { values } = await getEditForm(roles.officer, { entryId: id });
  const lists = { outcomeIds: [], coProponentStateIds: [], implementingStateIds: [], funderPartnerIds: [] };
  const edited = { ...values, ...lists, entryId: id, participantStateIds: [], titleEn: "Wrong title" };
  await editActivity(roles.officer, edited as unknown as Parameters<typeof editActivity>[1]);
  expect((await getEntry(roles.officer, { entryId: id })).activity.titleEn).toBe("Wrong title");
  await undoChange(roles.officer, { versionId: await actOf(id) });
  expect((await getEntry(roles.officer, { entryId: id })).activity.titleEn).toBe(values.titleEn);
  const parties = await database.db.select().from(entryParties).where(eq(entryParties.entryId, id));
  expect(parties.map(({ role }) => role).sort()).toEqual(["participant", "proponent"]);
});

it("makes a submitted proposal a draft again", async () => {
  const id = await addEntry(database.db, { stage: "draft", proponent: "LA", isWhole: true });
  await database.db.transaction((tx) => recordVersion(tx, roles.admin, id, { change: "activity.create" }));
  await submitEntry(roles.officer, { entryId: id, version: 1 });
  await undoChange(roles.officer, { versionId: await actOf(id) });
  expect(await entryOf(id)).toMatchObject({ stage: "draft", wasSubmitted: false });
});

it("takes back a state's report of its share", async () => {
  const id = await known({ participants: ["TH"] });
  const page = await getEntry(roles.officer, { entryId: id });
  const share = page.states.find((state) => state.code === "LA");
  const input = {
    entryId: id,
    memberStateId: share?.memberStateId ?? 0,
    version: share?.version ?? 0,
    status: "ongoing",
    note: "Wrong",
  };
  await reportState(roles.focal, input as Parameters<typeof reportState>[1]);
  await undoChange(roles.focal, { versionId: await actOf(id) });
  expect((await getEntry(roles.officer, { entryId: id })).updates).toEqual([]);
});

it("is for the person who acted and for heads of division, within their reach", async () => {
  const id = await known();
  const { act } = await change(roles.manager, [id]);
  const versionId = act ?? 0;
  await expect(undoChange(roles.officer, { versionId })).rejects.toMatchObject({ code: "UNDO_NOT_OWN" });
  await expect(undoChange(roles.focal, { versionId })).rejects.toMatchObject({ code: "UNDO_NOT_OWN" });
  await expect(undoChange(roles.viewer, { versionId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const thai = (await everyRole(database.db, "TH")).focal;
  await expect(undoChange(thai, { versionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await undoChange(roles.admin, { versionId })).toEqual({ undone: 1 });
  await expect(undoChange(roles.admin, { versionId: 999_999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("is refused when the year is closed, and for what a meeting or the desk's import has done", async () => {
  const id = await known();
  const { act } = await change(roles.officer, [id]);
  const plan = (await entryOf(id))?.workPlanId ?? 0;
  await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, plan));
  await expect(undoChange(roles.officer, { versionId: act ?? 0 })).rejects.toMatchObject({ code: "PLAN_CLOSED" });
  await database.db.update(workPlans).set({ state: "approved" }).where(eq(workPlans.id, plan));
  const loaded = await actOf(await known());
  await expect(undoChange(roles.admin, { versionId: loaded })).rejects.toMatchObject({ code: "UNDO_IMPOSSIBLE" });
});
