import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { catalogue } from "@/i18n/catalogue";
import { storedValues } from "@/i18n/stored-values";
import type { Context } from "@/server/context";
import { recordVersion } from "@/server/entries/record-version";
import { contextOf, everyRole, stateId } from "@/server/testing";
import { addOngoing } from "../testing";
import { changeProgress } from "./change-progress";
import { listHistory } from "./list-history";
import { reportState } from "./report-state";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thailand: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  thailand = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

/** An entry of Thailand with shares of Lao PDR and Viet Nam, and its first version. */
async function sharedEntry(): Promise<number> {
  const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA", "VN"] });
  await database.db.transaction((tx) => recordVersion(tx, roles.officer, id, { change: "activity.create" }));
  return id;
}

async function speak(context: Context, entryId: number, code: string, note: string): Promise<void> {
  const memberStateId = await stateId(database.db, code);
  const key = and(eq(entryStates.entryId, entryId), eq(entryStates.memberStateId, memberStateId));
  const [share] = await database.db.select().from(entryStates).where(key);
  await reportState(context, { entryId, memberStateId, version: share?.version ?? 0, note });
}

describe("the history of an entry", () => {
  it("hides reports of other states on their shares from a focal point whose state participates", async () => {
    const entryId = await sharedEntry();
    await speak(roles.officer, entryId, "VN", "Said by Viet Nam");
    await speak(roles.focal, entryId, "LA", "Said by Lao PDR");
    await changeProgress(roles.officer, { rows: [`${entryId}:1`], progress: "60" });
    const told = (await listHistory(roles.focal, { entryId })).lines;
    expect(told.map((line) => line.change)).toEqual(["entry.progress", "entry_state.report", "activity.create"]);
    expect(JSON.stringify(told)).toContain("Said by Lao PDR");
    expect(JSON.stringify(told)).not.toContain("Said by Viet Nam");
    const owners = (await listHistory(thailand, { entryId })).lines;
    expect(JSON.stringify(owners)).toContain("Said by Viet Nam");
    expect(owners).toHaveLength(4);
  });

  it("shows changes to a draft only to those who may see drafts", async () => {
    const entryId = await sharedEntry();
    const setStage = (stage: "draft" | "submitted") =>
      database.db.update(planEntries).set({ stage, status: null, schedule: null }).where(eq(planEntries.id, entryId));
    const note = (change: string) =>
      database.db.transaction((tx) => recordVersion(tx, roles.officer, entryId, { change }));
    await setStage("draft");
    await note("entry.update");
    await setStage("submitted");
    await note("entry.submit");
    const changes = async (context: Context) =>
      (await listHistory(context, { entryId })).lines.map((line) => line.change);
    for (const context of [roles.officer, thailand]) expect(await changes(context)).toContain("entry.update");
    for (const context of [roles.viewer, roles.focal]) expect(await changes(context)).not.toContain("entry.update");
  });

  it("hides changes of the internal remark from everyone outside the desk", async () => {
    const entryId = await sharedEntry();
    await database.db.update(planEntries).set({ internalRemark: "For us" }).where(eq(planEntries.id, entryId));
    await database.db.transaction((tx) => recordVersion(tx, roles.officer, entryId, { change: "entry.update" }));
    for (const context of [roles.focal, roles.viewer, thailand]) {
      const told = (await listHistory(context, { entryId })).lines;
      expect(told.map((line) => line.change)).toEqual(["activity.create"]);
    }
    const [latest] = (await listHistory(roles.officer, { entryId })).lines;
    expect(latest?.fields).toEqual([{ field: "internalRemark", before: null, after: "For us" }]);
  });

  it("names states, plans and activities, never their numbers, and no activity that the reader may not see", async () => {
    const entryId = await sharedEntry();
    const hiddenId = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    await database.db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, hiddenId));
    await database.db.update(planEntries).set({ mergedIntoId: hiddenId }).where(eq(planEntries.id, entryId));
    await database.db.transaction((tx) => recordVersion(tx, roles.officer, entryId, { change: "plan.carryOver" }));
    const texts = async (context: Context) => {
      const { lines, names } = await listHistory(context, { entryId });
      const words = storedValues("en", catalogue.en, names);
      return Object.fromEntries(
        lines.flatMap(({ fields }) => fields.map((change) => [change.field, words.change(change).after.text])),
      );
    };
    const desk = await texts(roles.officer);
    expect(desk.parties).toBe("Thailand, Proponent; Lao PDR, Participant; Viet Nam, Participant");
    expect(desk.states).toBe("Thailand, Lead; Lao PDR, Participant; Viet Nam, Participant");
    expect(desk.mergedIntoId).toMatch(/^[A-Z]/);
    expect((await texts(roles.viewer)).mergedIntoId).toBe("no longer available");
  });
});
