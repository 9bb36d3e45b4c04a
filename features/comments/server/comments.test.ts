import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { comments } from "@/db/schema/comments";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Audience } from "@/domain/evidence";
import type { Role } from "@/domain/roles";
import { addEntry, addOngoing } from "@/features/activities/testing";
import type { Context } from "@/server/context";
import { loadEntryRow } from "@/server/entries/entry-row";
import { visibleEntries } from "@/server/scope";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addComment } from "./add-comment";
import { countMentions } from "./count-mentions";
import { readersOf } from "./lib/readers";
import { listComments } from "./list-comments";
import { listMentions } from "./list-mentions";
import { listNameable } from "./list-nameable";
import { removeComment } from "./remove-comment";
import { seeMentions } from "./see-mentions";

let database: TestDatabase;
let by: Record<Role, Context>;
let thai: Context;
let everybody: Context[];

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
  everybody = [...Object.values(by), thai];
});
afterAll(() => database.drop());

type Comment = { audience?: Audience; text?: string; mentions?: Context[] };
const say = (context: Context, entryId: number, { audience = "all", text = "ຄຳເຫັນ", mentions = [] }: Comment = {}) =>
  addComment(context, { entryId, audience, text, mentions: mentions.map(({ actor }) => actor.userId) });
const ours = () => addOngoing(database.db, { proponent: "LA" });
const joint = () => addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
const textsFor = async (context: Context, entryId: number) =>
  (await listComments(context, { entryId })).comments.map(({ text }) => text);
const auditOf = (id: number) =>
  database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subject, "comments"), eq(auditLog.subjectId, id)))
    .orderBy(auditLog.seq);
const invalid = (field: string) => ({ code: "INVALID_INPUT", fields: [{ field, code: "UNKNOWN_CHOICE" }] });

describe("a comment", () => {
  it("is stored with its author, text and mentions, and audited", async () => {
    const entryId = await ours();
    const { commentId } = await say(by.officer, entryId, { text: " <b>ດີ</b>\nsecond line ", mentions: [by.manager] });
    const { comments: lines } = await listComments(by.focal, { entryId });
    expect(lines).toMatchObject([
      { id: commentId, text: "<b>ດີ</b>\nsecond line", authorName: by.officer.actor.name, audience: "all" },
    ]);
    expect(lines[0]).toMatchObject({ mentions: [by.manager.actor.name], can: { remove: false }, isSample: false });
    expect(await auditOf(commentId)).toMatchObject([
      {
        action: "comment.add",
        actorId: by.officer.actor.userId,
        after: { entryId, mentions: [by.manager.actor.userId] },
      },
    ]);
  });

  it("for the desk is visible to the desk only", async () => {
    const entryId = await ours();
    await say(by.officer, entryId, { audience: "desk", text: "among us" });
    await say(by.officer, entryId, { text: "for all" });
    for (const role of ["admin", "manager", "officer"] as const)
      expect(await textsFor(by[role], entryId)).toEqual(["among us", "for all"]);
    for (const role of ["focal", "viewer"] as const) expect(await textsFor(by[role], entryId)).toEqual(["for all"]);
    await expect(textsFor(thai, entryId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(say(by.focal, entryId, { audience: "desk" })).rejects.toMatchObject(invalid("audience"));
  });

  it("can be written by the desk, and by focal points where their state takes part", async () => {
    const [own, shared, theirs, hidden] = [
      await ours(),
      await joint(),
      await addOngoing(database.db, { proponent: "TH" }),
      await addOngoing(database.db, { proponent: "LA", isConfidential: true }),
    ];
    await say(by.focal, own);
    await say(by.focal, shared);
    const before = await countAudit(database.db);
    await expect(say(by.viewer, own)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const entryId of [theirs, hidden, 99_999_999])
      await expect(say(by.focal, entryId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(say(by.officer, own, { text: "  " })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await countAudit(database.db)).toBe(before);
    expect((await listComments(by.viewer, { entryId: own })).can).toEqual({ add: false });
    expect((await listComments(by.focal, { entryId: own })).can).toEqual({ add: true });
  });
});

describe("removing a comment", () => {
  it("is allowed to its author and to heads of division, hides it, and is audited", async () => {
    const entryId = await ours();
    const [mine, second, desk] = [
      await say(by.focal, entryId, { text: "one" }),
      await say(by.focal, entryId, { text: "two" }),
      await say(by.officer, entryId, { audience: "desk", text: "three" }),
    ];
    const take = (context: Context, { commentId }: { commentId: number }) =>
      removeComment(context, { entryId, commentId });
    await expect(take(by.officer, mine)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(take(by.viewer, mine)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(take(thai, mine)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(take(by.focal, desk)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await textsFor(by.officer, entryId)).toEqual(["one", "two", "three"]);
    await take(by.focal, mine);
    await take(by.manager, second);
    expect(await textsFor(by.officer, entryId)).toEqual(["three"]);
    expect(await database.db.$count(comments, eq(comments.entryId, entryId))).toBe(3);
    await expect(take(by.focal, mine)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const audit = await auditOf(second.commentId);
    expect(audit[1]).toMatchObject({
      action: "comment.remove",
      actorId: by.manager.actor.userId,
      before: { text: "two" },
    });
  });
});

describe("mentioning people", () => {
  it("offers and accepts exactly the people who would see the comment", async () => {
    const entries = {
      own: await ours(),
      joint: await joint(),
      draft: await addEntry(database.db, { proponent: "LA", participants: ["TH"] }),
      hidden: await addOngoing(database.db, { proponent: "LA", isConfidential: true }),
    };
    for (const [name, entryId] of Object.entries(entries)) {
      const row = await database.db.transaction((tx) => loadEntryRow(tx, by.admin.actor, entryId));
      const readers = (await readersOf(database.db, row, "all")).map(({ id }) => id);
      const seeing: (number | null)[] = [];
      for (const { actor } of everybody) {
        const where = and(eq(planEntries.id, entryId), visibleEntries(database.db, actor));
        if ((await database.db.$count(planEntries, where)) > 0) seeing.push(actor.userId);
      }
      expect(new Set(readers), name).toEqual(new Set(seeing));
    }
    await expect(say(by.officer, entries.own, { mentions: [thai] })).rejects.toMatchObject(invalid("mentions"));
    const forDesk = say(by.officer, entries.own, { audience: "desk", mentions: [by.focal] });
    await expect(forDesk).rejects.toMatchObject(invalid("mentions"));
    await expect(listNameable(by.viewer, { entryId: entries.own })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listNameable(thai, { entryId: entries.own })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listNameable(by.focal, { entryId: entries.own })).can).toEqual({ addForDesk: false });
    const { people, can } = await listNameable(by.officer, { entryId: entries.own });
    expect(can).toEqual({ addForDesk: true });
    expect(people.map(({ id }) => id)).not.toContain(by.officer.actor.userId);
    expect(JSON.stringify(people)).not.toContain("@");
  });

  it("shows the comment as unseen until the mentioned person marks it", async () => {
    const reader = await contextOf(database.db, "focal", "LA");
    const [own, other] = [await ours(), await joint()];
    const first = await say(by.officer, own, { text: "look", mentions: [reader, by.manager] });
    const second = await say(thai, other, { text: "you too", mentions: [reader] });
    expect(await countMentions(reader, {})).toBe(2);
    expect(await listMentions(reader, {})).toMatchObject([
      { commentId: second.commentId, entryId: other, text: "you too", isSeen: false },
      { commentId: first.commentId, entryId: own, authorName: by.officer.actor.name, isSeen: false },
    ]);
    expect(await seeMentions(by.manager, { commentId: second.commentId })).toEqual({ seen: 0 });
    expect(await seeMentions(reader, { commentId: second.commentId })).toEqual({ seen: 1 });
    expect((await listMentions(reader, {})).map(({ isSeen }) => isSeen)).toEqual([false, true]);
    expect(await seeMentions(reader, {})).toEqual({ seen: 1 });
    expect(await countMentions(reader, {})).toBe(0);
    expect((await auditOf(first.commentId)).map(({ action }) => action)).toEqual([
      "comment.add",
      "comment.seeMentions",
    ]);
    expect(await seeMentions(reader, {})).toEqual({ seen: 0 });
  });

  it("ends when the comment is removed or the person may no longer see the entry", async () => {
    const reader = await contextOf(database.db, "focal", "LA");
    const [own, other] = [await ours(), await ours()];
    const { commentId } = await say(by.officer, own, { mentions: [reader] });
    await say(by.officer, other, { mentions: [reader] });
    await removeComment(by.officer, { entryId: own, commentId });
    expect(await countMentions(reader, {})).toBe(1);
    await database.db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, other));
    expect(await countMentions(reader, {})).toBe(0);
    expect(await listMentions(reader, {})).toEqual([]);
  });
});
