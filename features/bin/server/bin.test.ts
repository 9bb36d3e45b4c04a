import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { binItems } from "@/db/schema/bin";
import { comments } from "@/db/schema/comments";
import { agendaEntries, agendaItems, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { savedViews } from "@/db/schema/saved-views";
import { updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { createActivity } from "@/features/activities/server/create-activity";
import { getEntry } from "@/features/activities/server/get-entry";
import { mergeEntry } from "@/features/activities/server/merge-entry";
import { removeEntry } from "@/features/activities/server/remove-entry";
import { removeView } from "@/features/activities/server/remove-view";
import { withdrawEntry } from "@/features/activities/server/withdraw-entry";
import { addEntry, planOf } from "@/features/activities/testing";
import { addComment } from "@/features/comments/server/add-comment";
import { removeComment } from "@/features/comments/server/remove-comment";
import { removeMeeting } from "@/features/meetings/server/remove-meeting";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { listBin } from "./list-bin";
import { restoreFromBin } from "./restore-from-bin";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const all = { kind: null, page: 1 } as const;
const entryOf = async (id: number) => (await database.db.select().from(planEntries).where(eq(planEntries.id, id)))[0];
const itemOf = async (subjectId: number) =>
  (await database.db.select().from(binItems).where(eq(binItems.subjectId, subjectId)))[0]?.id ?? 0;
const codeOf = async (entryId: number) => (await getEntry(roles.admin, { entryId })).activity.code;
const later = (context: Context, days: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + days * 86_400_000),
});

/** A submitted proposal with a comment, on the agenda of an open meeting. */
async function proposal() {
  const entryId = await addEntry(database.db, { stage: "submitted", proponent: "LA", isWhole: true });
  await addComment(roles.officer, { entryId, text: "Looks like another one", audience: "all", mentions: [] });
  const [meeting] = await database.db.select().from(meetings).limit(1);
  const code = `OPEN-${entryId}`;
  const { id: _id, ...columns } = meeting ?? ({} as typeof meetings.$inferSelect);
  const [open] = await database.db
    .insert(meetings)
    .values({ ...columns, code, state: "planned" })
    .returning();
  const [item] = await database.db
    .insert(agendaItems)
    .values({ meetingId: open?.id ?? 0, position: 1, titleEn: "Proposals" })
    .returning();
  await database.db.insert(agendaEntries).values({ itemId: item?.id ?? 0, entryId });
  return { entryId, itemId: item?.id ?? 0, meetingId: open?.id ?? 0 };
}

it("keeps a removed proposal with all that belongs to it, and restores it where it was", async () => {
  const { entryId } = await proposal();
  const before = await getEntry(roles.officer, { entryId });
  await removeEntry(roles.officer, { entryId, version: 1, reason: "Entered twice" });
  expect(await entryOf(entryId)).toBeUndefined();
  const [line] = (await listBin(roles.viewer, all)).lines;
  expect(line).toBeUndefined();
  const [seen] = (await listBin(roles.manager, all)).lines;
  expect(seen).toMatchObject({
    kind: "entry",
    code: before.activity.code,
    reason: "Entered twice",
    removedByName: roles.officer.actor.name,
    can: { restore: true },
  });
  const rows = await countAudit(database.db);
  await restoreFromBin(roles.officer, { itemId: seen?.id ?? 0 });
  const after = await getEntry(roles.officer, { entryId });
  expect(after.entry).toEqual(before.entry);
  expect(after.parties).toEqual(before.parties);
  expect(await database.db.$count(comments, eq(comments.entryId, entryId))).toBe(1);
  expect(await database.db.$count(agendaEntries, eq(agendaEntries.entryId, entryId))).toBe(1);
  expect(await countAudit(database.db)).toBe(rows + 1);
  expect(await itemOf(entryId)).toBe(0);
});

it("leaves out what can no longer be restored because what it belonged to is gone", async () => {
  const { entryId, itemId } = await proposal();
  await removeEntry(roles.officer, { entryId, version: 1, reason: "" });
  await database.db.delete(agendaItems).where(eq(agendaItems.id, itemId));
  expect(await restoreFromBin(roles.officer, { itemId: await itemOf(entryId) })).toMatchObject({ leftOut: 1 });
  expect(await entryOf(entryId)).toMatchObject({ stage: "submitted" });
});

it("never gives the code of a removed activity to another", async () => {
  const lists = { outcomeIds: [], coProponentStateIds: [], implementingStateIds: [], participantStateIds: [] };
  const wish = { titleEn: "A study", originalLocale: "en", kind: "study", funderPartnerIds: [], ...lists } as const;
  const planId = await planOf(database.db, 2026);
  const make = () => createActivity(roles.officer, { ...wish, planId });
  const { entryId, code } = await make();
  await removeEntry(roles.officer, { entryId, version: 1, reason: "" });
  const other = await make();
  expect(other.code).not.toBe(code);
  await database.db.delete(binItems);
  await removeEntry(roles.officer, { entryId: other.entryId, version: 1, reason: "" });
  expect((await make()).code).not.toBe(other.code);
});

it("merges a duplicate with its comments into the other entry, and keeps the rest in the bin", async () => {
  const { entryId } = await proposal();
  const into = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
  await database.db
    .insert(updates)
    .values({ entryId, reportedOn: "2023-05-01", textEn: "Begun", authorName: "Somebody" });
  const wrong = { entryId, version: 1, into: "99-99", reason: "" };
  await expect(mergeEntry(roles.officer, wrong)).rejects.toMatchObject({
    fields: [{ field: "into", code: "RECEIVER_UNKNOWN" }],
  });
  await mergeEntry(roles.officer, { ...wrong, into: await codeOf(into), reason: "The same" });
  expect(await entryOf(entryId)).toBeUndefined();
  expect(await database.db.$count(updates, eq(updates.entryId, into))).toBe(1);
  expect(await database.db.$count(comments, eq(comments.entryId, into))).toBe(1);
  await restoreFromBin(roles.manager, { itemId: await itemOf(entryId) });
  expect(await entryOf(entryId)).toMatchObject({ stage: "submitted" });
});

it("does not merge a confidential entry into one that others see", async () => {
  const { entryId } = await proposal();
  await database.db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, entryId));
  const into = await codeOf(await addEntry(database.db, { stage: "submitted", proponent: "LA" }));
  await expect(mergeEntry(roles.officer, { entryId, version: 1, into, reason: "" })).rejects.toMatchObject({
    code: "MERGE_CONFIDENTIAL",
  });
});

it("restores nothing for who may no longer remove such a thing", async () => {
  const { entryId } = await proposal();
  await removeEntry(roles.officer, { entryId, version: 1, reason: "" });
  const demoted = { ...roles.officer, actor: { ...roles.officer.actor, role: "viewer" as const } };
  const itemId = await itemOf(entryId);
  const [line] = (await listBin(demoted, all)).lines;
  expect(line).toMatchObject({ can: { restore: false } });
  await expect(restoreFromBin(demoted, { itemId })).rejects.toMatchObject({ code: "BIN_NOT_OWN" });
  await restoreFromBin(roles.manager, { itemId });
});

it("withdraws a proposal until a meeting has decided, and takes it off the agenda", async () => {
  const { entryId } = await proposal();
  await expect(withdrawEntry(roles.viewer, { entryId, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await withdrawEntry(roles.focal, { entryId, version: 1 });
  expect(await entryOf(entryId)).toMatchObject({ stage: "draft", wasSubmitted: false });
  expect(await database.db.$count(agendaEntries, eq(agendaEntries.entryId, entryId))).toBe(0);
  const approved = await addEntry(database.db, { stage: "approved", proponent: "LA" });
  await expect(withdrawEntry(roles.focal, { entryId: approved, version: 1 })).rejects.toMatchObject({
    code: "PROPOSAL_DECIDED",
  });
});

it("restores a comment for who removed it and for heads, and for nobody else", async () => {
  const { entryId } = await proposal();
  const [comment] = await database.db.select().from(comments).where(eq(comments.entryId, entryId));
  const commentId = comment?.id ?? 0;
  await removeComment(roles.officer, { entryId, commentId });
  const itemId = await itemOf(commentId);
  await expect(restoreFromBin(roles.focal, { itemId })).rejects.toMatchObject({ code: "BIN_NOT_OWN" });
  await restoreFromBin(roles.officer, { itemId });
  const [restored] = await database.db.select().from(comments).where(eq(comments.id, commentId));
  expect(restored?.removedAt).toBeNull();
});

it("restores a view for its owner alone", async () => {
  const [view] = await database.db
    .insert(savedViews)
    .values({ ownerId: roles.officer.actor.userId ?? 0, list: "/activities", name: "Mine", query: "lead=LA" })
    .returning();
  const id = view?.id ?? 0;
  await removeView(roles.officer, { viewId: id, version: 1 } as unknown as Parameters<typeof removeView>[1]);
  const itemId = await itemOf(id);
  expect((await listBin(roles.manager, { kind: "view", page: 1 })).lines).toEqual([]);
  await expect(restoreFromBin(roles.manager, { itemId })).rejects.toMatchObject({ code: "BIN_NOT_OWN" });
  await restoreFromBin(roles.officer, { itemId });
  expect(await database.db.$count(savedViews, eq(savedViews.id, id))).toBe(1);
});

it("restores a meeting that was planned twice by mistake", async () => {
  const [body] = await database.db.select({ id: meetings.bodyId }).from(meetings).limit(1);
  const [meeting] = await database.db
    .insert(meetings)
    .values({ code: "TWICE-1", bodyId: body?.id ?? 0, titleEn: "Planned twice", state: "planned" })
    .returning();
  const meetingId = meeting?.id ?? 0;
  await removeMeeting(roles.officer, { meetingId, version: "1" });
  expect(await database.db.$count(meetings, eq(meetings.id, meetingId))).toBe(0);
  await restoreFromBin(roles.officer, { itemId: await itemOf(meetingId) });
  expect((await database.db.select().from(meetings).where(eq(meetings.id, meetingId)))[0]).toEqual(meeting);
});

it("lets go of what has been there for longer than the setting says", async () => {
  const { entryId } = await proposal();
  await removeEntry(roles.officer, { entryId, version: 1, reason: "" });
  const itemId = await itemOf(entryId);
  expect((await listBin(later(roles.officer, 80), all)).lines[0]).toMatchObject({ isEnding: true });
  expect((await listBin(later(roles.officer, 91), all)).lines).toEqual([]);
  await expect(restoreFromBin(later(roles.officer, 91), { itemId })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
