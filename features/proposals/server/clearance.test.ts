import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { editActivity } from "@/features/activities/server/edit-activity";
import { getEditForm } from "@/features/activities/server/get-edit-form";
import { submitEntry } from "@/features/activities/server/submit-entry";
import { type Context, today } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { entriesOf } from "../testing";
import { clearEntry } from "./clear-entry";
import { getClearance } from "./get-clearance";
import { getConcept } from "./get-concept";
import { saveConcept } from "./save-concept";
import { setClearance } from "./set-clearance";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const entryOf = (id: number) => entriesOf(database.db).entryOf(id);
const lastAudit = (id: number) => entriesOf(database.db).lastAudit(id);
const lastVersion = (id: number) => entriesOf(database.db).lastVersion(id);
const askForClearance = async (asked: "yes" | "no") => {
  await setClearance(roles.manager, { asked, version: (await getClearance(roles.manager, {})).version });
};

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
    const submitted = await addEntry(database.db, { proponent: "LA", stage: "submitted" });
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
