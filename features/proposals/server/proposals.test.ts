import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { concepts } from "@/db/schema/concepts";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { conceptFields } from "@/domain/concept";
import type { Role } from "@/domain/roles";
import { editActivity } from "@/features/activities/server/edit-activity";
import { getEditForm } from "@/features/activities/server/get-edit-form";
import { listHistory } from "@/features/activities/server/list-history";
import { submitEntry } from "@/features/activities/server/submit-entry";
import { type Context, today } from "@/server/context";
import { contextOf, countAudit, everyRole, stateId } from "@/server/testing";
import { addEntry, completeDraft } from "@/server/testing-entries";
import { clearEntry } from "./clear-entry";
import { getClearance } from "./get-clearance";
import { getConcept } from "./get-concept";
import { saveConcept } from "./save-concept";
import { setClearance } from "./set-clearance";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

const bare = (rest: object = {}) => addEntry(database.db, { proponent: "LA", isWhole: false, ...rest });
const entryOf = async (id: number) => {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
};
const lastAudit = async (id: number) => {
  const where = and(eq(auditLog.subject, "plan_entries"), eq(auditLog.subjectId, id));
  const [row] = await database.db.select().from(auditLog).where(where).orderBy(desc(auditLog.seq)).limit(1);
  return row;
};
const lastVersion = async (id: number) => {
  const [row] = await database.db
    .select()
    .from(entryVersions)
    .where(eq(entryVersions.entryId, id))
    .orderBy(desc(entryVersions.id))
    .limit(1);
  return row;
};
const askForClearance = async (asked: "yes" | "no") => {
  await setClearance(roles.manager, { asked, version: (await getClearance(roles.manager, {})).version });
};

describe("a concept note", () => {
  it("is saved unfinished, with version and audit row, and increments its entry's version", async () => {
    const entryId = await bare();
    await saveConcept(roles.focal, { entryId, version: 0, purpose: "ຈຸດປະສົງ", method: " " });
    const found = await getConcept(roles.focal, { entryId });
    expect(found).toMatchObject({ version: 1, entryVersion: 2, can: { write: true, clear: false, edit: false } });
    expect(found.texts).toMatchObject({ purpose: "ຈຸດປະສົງ", method: null });
    expect(await lastVersion(entryId)).toMatchObject({
      change: "concept.save",
      snapshot: expect.objectContaining({ concept: expect.objectContaining({ purpose: "ຈຸດປະສົງ" }) }),
    });
    expect(await lastAudit(entryId)).toMatchObject({
      action: "concept.save",
      actorId: roles.focal.actor.userId,
      before: { purpose: null },
      after: { purpose: "ຈຸດປະສົງ" },
    });
    await saveConcept(roles.officer, { entryId, version: 1, purpose: "Aim" });
    const [latest] = await listHistory(roles.officer, { entryId });
    expect(latest?.fields).toEqual([{ field: "purpose", before: "ຈຸດປະສົງ", after: "Aim" }]);
  });

  it("saved without a change leaves no trace", async () => {
    const entryId = await bare();
    await saveConcept(roles.officer, { entryId, version: 0, purpose: "Aim" });
    const rows = await countAudit(database.db);
    await saveConcept(roles.officer, { entryId, version: 1, purpose: "Aim" });
    expect(await countAudit(database.db)).toBe(rows);
    expect((await entryOf(entryId)).version).toBe(2);
  });

  it("shows the second of two writers what the first saved", async () => {
    const entryId = await bare();
    await saveConcept(roles.officer, { entryId, version: 0, purpose: "First", background: "Known" });
    const second = saveConcept(roles.focal, { entryId, version: 0, purpose: "Second" });
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      current: expect.objectContaining({ purpose: "First", background: "Known", method: "", version: "1" }),
    });
    expect((await getConcept(roles.officer, { entryId })).texts.purpose).toBe("First");
  });

  it("saved by ten at once lets exactly one win", async () => {
    const entryId = await bare();
    const tries = Array.from({ length: 10 }, (_, index) =>
      saveConcept(roles.officer, { entryId, version: 0, purpose: `Aim ${index}` }),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.$count(concepts, eq(concepts.entryId, entryId))).toBe(1);
  });

  it("can be written only by the desk and its own state", async () => {
    const entryId = await bare();
    const rows = await countAudit(database.db);
    const write = (context: Context) => saveConcept(context, { entryId, version: 0, purpose: "Mine" });
    await expect(write(thai)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(write(roles.viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const foreign = await bare({ proponent: "TH", participants: ["LA"], stage: "submitted" });
    const guest = saveConcept(roles.focal, { entryId: foreign, version: 0, purpose: "Mine" });
    await expect(guest).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await countAudit(database.db)).toBe(rows);
    expect(await database.db.$count(concepts, eq(concepts.entryId, entryId))).toBe(0);
  });

  it("cannot be changed once it is submitted, or in a closed year", async () => {
    const submitted = await bare({ stage: "submitted" });
    const late = saveConcept(roles.admin, { entryId: submitted, version: 0, purpose: "Late" });
    await expect(late).rejects.toMatchObject({ code: "NOT_A_DRAFT" });
    const entryId = await bare({ year: 2021 });
    const { workPlanId } = await entryOf(entryId);
    await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, workPlanId));
    const closed = saveConcept(roles.admin, { entryId, version: 0, purpose: "Late" });
    await expect(closed).rejects.toMatchObject({ code: "PLAN_CLOSED" });
    expect((await getConcept(roles.admin, { entryId })).can.write).toBe(false);
  });

  it("accepts only text that can be stored, up to the limit of a part", async () => {
    const entryId = await bare();
    for (const [purpose, code] of [
      ["a\u0000b", "UNREADABLE_TEXT"],
      ["x".repeat(5001), "TOO_LONG"],
    ]) {
      await expect(saveConcept(roles.officer, { entryId, version: 0, purpose })).rejects.toMatchObject({
        fields: [expect.objectContaining({ field: "purpose", code })],
      });
    }
  });

  it("can be read by everybody who sees the entry, and is not found for others", async () => {
    const entryId = await bare({ stage: "submitted" });
    await completeDraft(database.db, entryId);
    expect((await getConcept(roles.viewer, { entryId })).texts.purpose).toBe("Test of purpose");
    await expect(getConcept(thai, { entryId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const draft = await bare();
    await expect(getConcept(roles.viewer, { entryId: draft })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("submission", () => {
  it("names every part that is missing, and changes nothing", async () => {
    const entryId = await bare({ proponent: undefined });
    const missing = ["outcomeIds", "proponentStateId", ...conceptFields];
    expect((await getConcept(roles.officer, { entryId })).missing).toEqual(missing);
    const rows = await countAudit(database.db);
    await expect(submitEntry(roles.officer, { entryId, version: 1 })).rejects.toMatchObject({
      code: "CONCEPT_INCOMPLETE",
      params: { count: missing.length },
      fields: missing.map((field) => ({ field, code: "REQUIRED" })),
    });
    expect((await entryOf(entryId)).stage).toBe("draft");
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("requires the last missing part, then succeeds", async () => {
    const entryId = await addEntry(database.db, { proponent: "LA" });
    const { texts } = await getConcept(roles.focal, { entryId });
    await saveConcept(roles.focal, { entryId, version: 1, ...texts, funding: "" });
    await expect(submitEntry(roles.focal, { entryId, version: 2 })).rejects.toMatchObject({
      fields: [{ field: "funding", code: "REQUIRED" }],
    });
    await saveConcept(roles.focal, { entryId, version: 2, ...texts });
    await expect(submitEntry(roles.focal, { entryId, version: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
    await submitEntry(roles.focal, { entryId, version: 3 });
    expect((await entryOf(entryId)).stage).toBe("submitted");
  });

  it("requires nothing of entries submitted before, nor in a partner's plan", async () => {
    const again = await bare({ wasSubmitted: true });
    expect((await getConcept(roles.officer, { entryId: again })).missing).toEqual([]);
    await submitEntry(roles.officer, { entryId: again, version: 1 });
    const ofPartner = await bare();
    const [plan] = await database.db.select().from(workPlans).where(eq(workPlans.framework, "partner")).limit(1);
    if (!plan) throw new Error("no partner's plan");
    await database.db.update(planEntries).set({ workPlanId: plan.id }).where(eq(planEntries.id, ofPartner));
    await submitEntry(roles.officer, { entryId: ofPartner, version: 1 });
    expect((await entryOf(ofPartner)).stage).toBe("submitted");
  });
});

describe("national clearance", () => {
  it("is required before submission only if the heads have switched it on", async () => {
    const entryId = await addEntry(database.db, { proponent: "LA" });
    expect((await getConcept(roles.manager, { entryId })).clearance).toBeNull();
    await askForClearance("yes");
    const found = await getConcept(roles.manager, { entryId });
    expect(found).toMatchObject({ clearance: { clearedOn: null }, can: { clear: true } });
    expect((await getConcept(roles.officer, { entryId })).can.clear).toBe(false);
    const early = submitEntry(roles.focal, { entryId, version: 1 });
    await expect(early).rejects.toMatchObject({ code: "CLEARANCE_NEEDED" });
    await clearEntry(roles.manager, { entryId, version: 1 });
    const day = today(roles.manager);
    expect(await entryOf(entryId)).toMatchObject({
      clearedOn: day,
      clearedBy: roles.manager.actor.userId,
      version: 2,
    });
    expect(await lastAudit(entryId)).toMatchObject({
      action: "entry.clear",
      before: { clearedOn: null },
      after: { clearedOn: day },
    });
    expect(await lastVersion(entryId)).toMatchObject({ change: "entry.clear" });
    const rows = await countAudit(database.db);
    await clearEntry(roles.manager, { entryId, version: 2 });
    expect(await countAudit(database.db)).toBe(rows);
    await submitEntry(roles.focal, { entryId, version: 2 });
    await askForClearance("no");
  });

  it("is revoked by a change of the note, with a message", async () => {
    const entryId = await addEntry(database.db, { proponent: "LA" });
    await clearEntry(roles.admin, { entryId, version: 1 });
    const { texts } = await getConcept(roles.focal, { entryId });
    expect(await saveConcept(roles.focal, { entryId, version: 1, ...texts })).toEqual({ clearanceFell: false });
    const changed = await saveConcept(roles.focal, { entryId, version: 1, ...texts, method: "Otherwise" });
    expect(changed).toEqual({ clearanceFell: true });
    expect(await entryOf(entryId)).toMatchObject({ clearedOn: null, clearedBy: null });
    expect(await lastAudit(entryId)).toMatchObject({
      before: expect.objectContaining({ clearedOn: today(roles.admin) }),
      after: expect.objectContaining({ clearedOn: null }),
    });
  });

  it("is revoked by another title, in each draft of the activity, or another proponent; not by other days", async () => {
    const entryId = await addEntry(database.db, { proponent: "LA" });
    const sibling = await addEntry(database.db, { year: 2024 });
    const { activityId } = await entryOf(entryId);
    await database.db.update(planEntries).set({ activityId }).where(eq(planEntries.id, sibling));
    for (const id of [entryId, sibling]) await clearEntry(roles.admin, { entryId: id, version: 1 });
    const edit = async (change: object) => {
      const { values } = await getEditForm(roles.officer, { entryId });
      const lists = {
        participantStateIds: [],
        coProponentStateIds: [],
        implementingStateIds: [],
        funderPartnerIds: [],
      };
      const fields = { ...values, ...lists, outcomeIds: String(values.outcomeIds).split(","), entryId, ...change };
      return editActivity(roles.officer, fields as unknown as Parameters<typeof editActivity>[1]);
    };
    expect(await edit({ plannedEndOn: "2023-12-01", summaryEn: "In short" })).toEqual({ clearanceFell: false });
    expect((await entryOf(sibling)).clearedOn).not.toBeNull();
    expect(await edit({ titleEn: "Another title" })).toEqual({ clearanceFell: true });
    for (const id of [entryId, sibling]) expect(await entryOf(id)).toMatchObject({ clearedOn: null, clearedBy: null });
    await clearEntry(roles.admin, { entryId, version: (await entryOf(entryId)).version });
    expect(await edit({ proponentStateId: await stateId(database.db, "TH") })).toEqual({ clearanceFell: true });
  });

  it("is given only by heads of division, for drafts as they have seen them", async () => {
    const entryId = await addEntry(database.db, { proponent: "LA" });
    const rows = await countAudit(database.db);
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(clearEntry(roles[role], { entryId, version: 1 }), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(clearEntry(roles.manager, { entryId, version: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
    const submitted = await bare({ stage: "submitted" });
    const late = clearEntry(roles.manager, { entryId: submitted, version: 1 });
    await expect(late).rejects.toMatchObject({ code: "NOT_A_DRAFT" });
    await expect(clearEntry(roles.manager, { entryId: 999_999, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("is switched only by heads of division, with a conflict if two do so", async () => {
    const { asked, version } = await getClearance(roles.officer, {});
    expect(asked).toBe("no");
    for (const role of ["officer", "focal", "viewer"] as const) {
      expect((await getClearance(roles[role], {})).can.update, role).toBe(false);
      const attempt = setClearance(roles[role], { asked: "yes", version });
      await expect(attempt, role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(setClearance(roles.manager, { asked: "yes", version: version + 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { asked: "no", version: String(version) },
    });
    const odd = setClearance(roles.manager, { asked: "perhaps", version } as never);
    await expect(odd).rejects.toMatchObject({ fields: [{ field: "asked", code: "UNKNOWN_CHOICE" }] });
    const [row] = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "clearance.update"))
      .orderBy(auditLog.seq)
      .limit(1);
    expect(row).toMatchObject({ before: { asked: "no" }, after: { asked: "yes", key: "clearance" } });
  });
});
