import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing } from "../testing";
import { changeProgress } from "./change-progress";
import { createActivity } from "./create-activity";
import { decideActivity } from "./decide-activity";
import { editActivity } from "./edit-activity";
import { getEntry } from "./get-entry";
import { removeDraft } from "./remove-draft";
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

const entryOf = async (id: number) => {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  return entry;
};
const meetingId = async (code: string) => {
  const [meeting] = await database.db.select({ id: meetings.id }).from(meetings).where(eq(meetings.code, code));
  return meeting?.id ?? 0;
};

describe("a decision", () => {
  const decisionOn = async (entryId: number, version: number, meeting: string, outcome: string) => ({
    ...{ entryId, version, verbPrinted: outcome, outcome: outcome as "approved" },
    meetingId: await meetingId(meeting),
  });

  it("moves the stage on the meeting's last day; approval begins the work", async () => {
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    await decideActivity(roles.manager, await decisionOn(id, 1, "JWG-2023", "considered"));
    await decideActivity(roles.manager, await decisionOn(id, 2, "ADGMIN-4", "approved"));
    expect(await entryOf(id)).toMatchObject({
      stage: "approved",
      status: "not_started",
      progress: 0,
      wasApproved: true,
    });
    const [version] = await database.db
      .select()
      .from(entryVersions)
      .where(eq(entryVersions.entryId, id))
      .orderBy(desc(entryVersions.id));
    expect(version?.validFrom.toISOString()).toBe("2024-02-02T05:00:00.000Z");
    expect((await getEntry(roles.officer, { entryId: id })).decisions.map((decision) => decision.meeting.code)).toEqual(
      ["ADGMIN-4", "JWG-2023"],
    );
  });

  it.each([
    ["on a draft", "draft", "JWG-2023", "considered", { code: "STAGE_STEP_REFUSED" }],
    ["on what was withdrawn", "withdrawn", "ADGMIN-4", "approved", { code: "STAGE_STEP_REFUSED" }],
    [
      "beyond the body's power",
      "submitted",
      "JWG-2023",
      "approved",
      { fields: [expect.objectContaining({ code: "OUTCOME_NOT_OF_BODY" })] },
    ],
  ] as const)("%s is refused", async (_name, stage, meeting, outcome, refusal) => {
    const id = await addEntry(database.db, { stage, proponent: "LA" });
    await expect(decideActivity(roles.manager, await decisionOn(id, 1, meeting, outcome))).rejects.toMatchObject(
      refusal,
    );
    expect((await entryOf(id))?.stage).toBe(stage);
  });

  it("is the head's to record", async () => {
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const input = await decisionOn(id, 1, "JWG-2023", "considered");
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(decideActivity(roles[role], input), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect((await entryOf(id))?.stage).toBe("submitted");
  });
});

describe("a state's share", () => {
  it("is reported by the state itself, where it takes part", async () => {
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

  it("gives no status to a state's share of what is not approved", async () => {
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

  it("keeps the internal remark inside the desk", async () => {
    const id = await addOngoing(database.db, { proponent: "LA", internalRemark: "canary-remark" });
    for (const role of ["focal", "viewer"] as const) {
      expect(JSON.stringify(await getEntry(roles[role], { entryId: id })), role).not.toContain("canary");
    }
    expect((await getEntry(roles.officer, { entryId: id })).internalRemark).toBe("canary-remark");
  });
});

describe("every command on an entry", () => {
  it("denies each role without the right, whatever the input, and leaves the log unchanged", async () => {
    const rows = await countAudit(database.db);
    const denied = [
      [createActivity, ["focal", "viewer"]],
      [editActivity, ["focal", "viewer"]],
      [removeDraft, ["focal", "viewer"]],
      [decideActivity, ["officer", "focal", "viewer"]],
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
