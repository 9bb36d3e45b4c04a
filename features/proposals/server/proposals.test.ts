import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { concepts } from "@/db/schema/concepts";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { conceptFields } from "@/domain/concept";
import type { Role } from "@/domain/roles";
import { listHistory } from "@/features/activities/server/list-history";
import { submitEntry } from "@/features/activities/server/submit-entry";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addEntry, completeDraft } from "@/server/testing-entries";
import { entriesOf } from "../testing";
import { getConcept } from "./get-concept";
import { saveConcept } from "./save-concept";

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
const entryOf = (id: number) => entriesOf(database.db).entryOf(id);
const lastAudit = (id: number) => entriesOf(database.db).lastAudit(id);
const lastVersion = (id: number) => entriesOf(database.db).lastVersion(id);

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
    const [latest] = (await listHistory(roles.officer, { entryId })).lines;
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
