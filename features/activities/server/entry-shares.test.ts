import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addOngoing } from "../testing";
import { changeProgress } from "./change-progress";
import { createActivity } from "./create-activity";
import { editActivity } from "./edit-activity";
import { getEntry } from "./get-entry";
import { removeEntry } from "./remove-entry";
import { reportProgress } from "./report-progress";
import { reportState } from "./report-state";
import { submitEntry } from "./submit-entry";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

describe("a state's share", () => {
  it("is reported by the state itself if it has a share", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA", "MY"] });
    const laos = await stateId(database.db, "LA");
    await reportState(roles.focal, {
      entryId: id,
      memberStateId: laos,
      version: 1,
      status: "ongoing",
      note: "ສົ່ງແບບສອບຖາມແລ້ວ",
    });
    const malaysia = { entryId: id, memberStateId: await stateId(database.db, "MY"), version: 1, note: "for others" };
    await expect(reportState(roles.focal, malaysia)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await reportState(roles.officer, malaysia);
    const page = await getEntry(roles.focal, { entryId: id });
    const cell = (code: string) => page.states.find((state) => state.code === code);
    expect(cell("LA")).toMatchObject({ note: "ສົ່ງແບບສອບຖາມແລ້ວ", can: { report: true } });
    expect(cell("MY")).toMatchObject({ role: "participant", note: null, isOpen: false, can: { report: false } });
    expect(page.updates.map((update) => update.state)).toEqual(["LA"]);
  });

  it("has no status if the entry is not approved", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    await database.db
      .update(planEntries)
      .set({ stage: "endorsed", status: null, schedule: null })
      .where(eq(planEntries.id, id));
    const share = { entryId: id, memberStateId: await stateId(database.db, "LA"), version: 1, note: "We are ready" };
    const withStatus = reportState(roles.officer, { ...share, status: "ongoing" });
    await expect(withStatus).rejects.toMatchObject({ code: "STATUS_NEEDS_APPROVAL" });
    await reportState(roles.officer, share);
  });

  it("of a state that is not a member at the period's end is listed, but not among the members", async () => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    const timor = await stateId(database.db, "TL");
    await database.db.insert(entryStates).values({ entryId: id, memberStateId: timor });
    const { states } = await getEntry(roles.officer, { entryId: id });
    expect(states.filter(({ isMember }) => isMember)).toHaveLength(10);
    expect(states.filter(({ isMember }) => !isMember).map(({ code }) => code)).toEqual(["TL"]);
  });

  it("becomes a former share if the state is removed after it has reported; an unused one is deleted", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA", "MY"] });
    const [laos, thais] = [await stateId(database.db, "LA"), await stateId(database.db, "TH")];
    for (const memberStateId of [laos, thais])
      await reportState(roles.officer, { entryId: id, memberStateId, version: 1, status: "ongoing", note: "Begun" });
    const edit = async (version: number, proponent: string, participants: string[]) =>
      editActivity(roles.officer, {
        entryId: id,
        version,
        activityVersion: 1,
        titleEn: "A forum",
        originalLocale: "en",
        kind: "study",
        counted: "no",
        proponentStateId: String(await stateId(database.db, proponent)),
        participantStateIds: await Promise.all(
          participants.map(async (code) => String(await stateId(database.db, code))),
        ),
      } as never);
    const rolesOf = async () => {
      const { states } = await getEntry(roles.officer, { entryId: id });
      return Object.fromEntries(states.flatMap(({ code, role }) => (role ? [[code, role]] : [])));
    };
    await edit((await getEntry(roles.officer, { entryId: id })).entry.version, "VN", []);
    expect(await rolesOf()).toEqual({ LA: "former", TH: "former", VN: "lead" });
    await database.db.update(entryStates).set({ lastReportedOn: "2020-01-01" }).where(eq(entryStates.entryId, id));
    await database.db.update(planEntries).set({ lastReportedOn: "2020-01-01" }).where(eq(planEntries.id, id));
    const { states } = await getEntry(roles.officer, { entryId: id });
    expect(states.filter(({ silentDays }) => silentDays !== null).map(({ code }) => code)).toEqual(["VN"]);
  });

  it("of a state removed before the role existed is made a former share by the migration", async () => {
    const id = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
    const thais = { entryId: id, memberStateId: await stateId(database.db, "TH") };
    await reportState(roles.officer, { ...thais, version: 1, note: "Begun" });
    await reportState(roles.officer, {
      ...thais,
      memberStateId: await stateId(database.db, "LA"),
      version: 1,
      note: "So",
    });
    const ofThais = and(eq(entryParties.entryId, id), eq(entryParties.memberStateId, thais.memberStateId));
    await database.db.delete(entryParties).where(ofThais);
    const migration = readFileSync(new URL("../../../db/migrations/0021_former_shares.sql", import.meta.url), "utf8");
    await database.pool.query(migration.split("--> statement-breakpoint").at(-1) ?? "");
    const shares = await database.db
      .select()
      .from(entryStates)
      .where(eq(entryStates.entryId, id))
      .orderBy(entryStates.id);
    expect(shares.map(({ role }) => role)).toEqual(["former", "participant"]);
  });

  it("the internal remark is visible to the desk only", async () => {
    const id = await addOngoing(database.db, { proponent: "LA", internalRemark: "canary-remark" });
    for (const role of ["focal", "viewer"] as const) {
      expect(JSON.stringify(await getEntry(roles[role], { entryId: id })), role).not.toContain("canary");
    }
    expect((await getEntry(roles.officer, { entryId: id })).internalRemark).toBe("canary-remark");
  });
});

describe("every command on an entry", () => {
  it("refuses each role without the permission for any input, and does not change the log", async () => {
    const rows = await countAudit(database.db);
    const denied = [
      [createActivity, ["focal", "viewer"]],
      [editActivity, ["focal", "viewer"]],
      [removeEntry, ["focal", "viewer"]],
      [submitEntry, ["viewer"]],
      [reportProgress, ["viewer"]],
      [changeProgress, ["viewer"]],
      [reportState, ["viewer"]],
    ] as const;
    for (const [command, refused] of denied) {
      for (const role of refused) {
        await expect(
          (command as (context: Context, input: unknown) => Promise<unknown>)(roles[role], {}),
        ).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
    expect(await countAudit(database.db)).toBe(rows);
  });
});
