import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { DecisionOutcome } from "@/domain/lifecycle";
import type { Context } from "@/server/context";
import { contextOf } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { addMeeting } from "../testing";
import { closeMeeting } from "./close-meeting";
import { correctDecision } from "./correct-decision";
import { getMeeting } from "./get-meeting";
import { previewClosing } from "./preview-closing";
import { recordDecision } from "./record-decision";

let database: TestDatabase;
let manager: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  manager = await contextOf(database.db, "manager");
});
afterAll(() => database.drop());

async function entryOf(id: number) {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

type Place = { meetingId: number; agendaItemId?: number };

async function decide(entryId: number, place: Place, outcome: DecisionOutcome): Promise<number> {
  const { version } = await entryOf(entryId);
  return (await recordDecision(manager, { ...place, entryId, version, verbPrinted: outcome, outcome })).decisionId;
}

async function correct(entryId: number, decisionId: number, outcome: DecisionOutcome, verbPrinted: string = outcome) {
  const { version } = await entryOf(entryId);
  return (await correctDecision(manager, { decisionId, version, outcome, verbPrinted })).decisionId;
}

async function close(meetingId: number): Promise<void> {
  const { version, review } = await previewClosing(manager, { meetingId });
  await closeMeeting(manager, { meetingId, version, review });
}

const submitted = () => addEntry(database.db, { stage: "submitted", wasSubmitted: true, proponent: "LA" });
const closed = (body: "JWG" | "ADGSOM" | "ADGMIN" = "ADGMIN", lastOn = "2024-02-02") =>
  addMeeting(database.db, body, { lastOn, state: "closed" });

describe("a decision by which another entry was carried over", () => {
  it("stays an approval: its wording can be corrected, its outcome cannot", async () => {
    const id = await submitted();
    const approval = await decide(id, await closed(), "approved");
    const next = await addEntry(database.db, { year: 2024, stage: "approved", status: "not_started" });
    const carried = { carriedFromId: id, carriedDecisionId: approval, wasApproved: true };
    await database.db.update(planEntries).set(carried).where(eq(planEntries.id, next));
    await expect(correct(id, approval, "deferred")).rejects.toMatchObject({ code: "DECISION_NOT_LATEST" });
    const worded = await correct(id, approval, "approved", "ຮັບຮອງ");
    await expect(correct(id, worded, "deferred")).rejects.toMatchObject({ code: "DECISION_NOT_LATEST" });
    expect(await entryOf(id)).toMatchObject({ stage: "approved" });
  });

  it("leaves the carried entry counted as approved after later corrections", async () => {
    const id = await addEntry(database.db, { stage: "deferred", wasSubmitted: true, wasApproved: true });
    const before = await decide(await submitted(), await closed(), "approved");
    await database.db.update(planEntries).set({ carriedDecisionId: before }).where(eq(planEntries.id, id));
    const approval = await decide(id, await closed(), "approved");
    await correct(id, approval, "noted");
    expect(await entryOf(id)).toMatchObject({ stage: "deferred", wasApproved: true });
  });
});

describe("a correction that is itself corrected", () => {
  it("is computed from the stage in which the first decision found the entry", async () => {
    const id = await submitted();
    const wrong = await decide(id, await closed(), "approved");
    const again = await correct(id, wrong, "endorsed");
    await correct(id, again, "noted");
    expect(await entryOf(id)).toMatchObject({ stage: "submitted", status: null, wasApproved: false });
  });

  it.each(["returned", "not_supported"] as const)("is possible if the first decision was %s", async (outcome) => {
    const id = await submitted();
    const wrong = await decide(id, await closed("ADGSOM"), outcome);
    const again = await correct(id, wrong, "considered");
    await correct(id, again, "endorsed");
    expect((await entryOf(id)).stage).toBe("endorsed");
  });

  it("is possible after a correction of the wording only, and can remove the approval", async () => {
    const id = await submitted();
    const wrong = await decide(id, await closed(), "approved");
    const worded = await correct(id, wrong, "approved", "adopted");
    await correct(id, worded, "deferred");
    expect(await entryOf(id)).toMatchObject({ stage: "deferred", status: null, wasApproved: false });
  });

  it("is possible after it had undone the decision", async () => {
    const id = await submitted();
    const undone = await correct(id, await decide(id, await closed(), "approved"), "noted");
    const again = await correct(id, undone, "approved");
    expect(await entryOf(id)).toMatchObject({ stage: "approved", wasApproved: true });
    await correct(id, again, "endorsed");
    expect(await entryOf(id)).toMatchObject({ stage: "endorsed", wasApproved: false });
  });
});

describe("the latest decision", () => {
  it("is the one that took effect last, in agenda order, not in the order of recording", async () => {
    const id = await submitted();
    const { meetingId, first, second } = await addMeeting(database.db, "ADGSOM");
    const last = await decide(id, { meetingId, agendaItemId: second }, "endorsed");
    const before = await decide(id, { meetingId, agendaItemId: first }, "considered");
    await close(meetingId);
    expect((await entryOf(id)).stage).toBe("endorsed");
    const { decisions } = await getMeeting(manager, { meetingId });
    expect(decisions.filter(({ isLatest }) => isLatest).map((decision) => decision.id)).toEqual([last]);
    await expect(correct(id, before, "deferred")).rejects.toMatchObject({ code: "DECISION_NOT_LATEST" });
    await correct(id, last, "noted");
    expect((await entryOf(id)).stage).toBe("considered");
  });

  it("is that of the meeting closed last, if two are on the same day", async () => {
    const id = await submitted();
    const [one, two] = [await addMeeting(database.db, "ADGSOM"), await addMeeting(database.db, "ADGSOM")];
    const later = await decide(id, one, "endorsed");
    await decide(id, two, "considered");
    await close(two.meetingId);
    await close(one.meetingId);
    await correct(id, later, "deferred");
    expect((await entryOf(id)).stage).toBe("deferred");
  });

  it("found the entry in the stage of the first effective one, from which an earlier meeting is computed", async () => {
    const id = await submitted();
    const { meetingId, first, second } = await addMeeting(database.db, "ADGSOM");
    await decide(id, { meetingId, agendaItemId: second }, "endorsed");
    await decide(id, { meetingId, agendaItemId: first }, "deferred");
    await close(meetingId);
    const { meetingId: earlier } = await closed("JWG", "2023-08-24");
    await decide(id, { meetingId: earlier }, "noted");
    const { decisions } = await getMeeting(manager, { meetingId: earlier });
    expect(decisions).toMatchObject([{ stageFrom: "submitted", stageTo: null }]);
  });
});

describe("a decision under an earlier agenda item than a pending one", () => {
  it("is previewed in its own position", async () => {
    const id = await submitted();
    const { meetingId, first, second } = await addMeeting(database.db, "ADGSOM");
    await decide(id, { meetingId, agendaItemId: second }, "withdrawn");
    await decide(id, { meetingId, agendaItemId: first }, "considered");
    await close(meetingId);
    expect((await entryOf(id)).stage).toBe("withdrawn");
  });

  it("is refused if the closing could not apply what comes after it", async () => {
    const id = await submitted();
    const { meetingId, first, second } = await addMeeting(database.db, "ADGSOM");
    await decide(id, { meetingId, agendaItemId: second }, "endorsed");
    const barring = decide(id, { meetingId, agendaItemId: first }, "withdrawn");
    await expect(barring).rejects.toMatchObject({ code: "LATER_POINT_BARRED" });
    await close(meetingId);
    expect((await entryOf(id)).stage).toBe("endorsed");
  });
});
