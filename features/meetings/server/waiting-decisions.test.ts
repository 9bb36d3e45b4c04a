import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { DecisionOutcome } from "@/domain/lifecycle";
import type { Context } from "@/server/context";
import { contextOf, countAudit } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { addMeeting } from "../testing";
import { closeMeeting } from "./close-meeting";
import { previewClosing } from "./preview-closing";
import { recordDecision } from "./record-decision";
import { removeDecision } from "./remove-decision";

let database: TestDatabase;
let manager: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  manager = await contextOf(database.db, "manager");
});
afterAll(() => database.drop());

const submitted = () => addEntry(database.db, { stage: "submitted", wasSubmitted: true, proponent: "LA" });

async function stageOf(id: number) {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  return entry?.stage;
}

const decisionOf = (entryId: number, meetingId: number, outcome: DecisionOutcome) => ({
  entryId,
  meetingId,
  outcome,
  version: 1,
  verbPrinted: outcome,
});

async function reviewOf(meetingId: number) {
  const { version, review } = await previewClosing(manager, { meetingId });
  return { meetingId, version, review };
}

describe("closing", () => {
  it.each(["recorded", "removed"] as const)("is refused if a decision was %s since the review", async (act) => {
    const { meetingId } = await addMeeting(database.db, "ADGSOM");
    const [one, two] = [await submitted(), await submitted()];
    const { decisionId } = await recordDecision(manager, decisionOf(one, meetingId, "endorsed"));
    const seen = await reviewOf(meetingId);
    if (act === "recorded") await recordDecision(manager, decisionOf(two, meetingId, "approved"));
    else await removeDecision(manager, { decisionId });
    const before = await countAudit(database.db);
    await expect(closeMeeting(manager, seen)).rejects.toMatchObject({ code: "REVIEW_OUTDATED" });
    expect([await stageOf(one), await stageOf(two)]).toEqual(["submitted", "submitted"]);
    expect(await countAudit(database.db)).toBe(before);
    await closeMeeting(manager, await reviewOf(meetingId));
    expect(await stageOf(two)).toBe(act === "recorded" ? "approved" : "submitted");
  });

  it("is refused if an entry has moved since the review", async () => {
    const { meetingId } = await addMeeting(database.db, "ADGSOM");
    const { meetingId: other } = await addMeeting(database.db, "JWG", { lastOn: "2024-01-02", state: "closed" });
    const id = await submitted();
    await recordDecision(manager, decisionOf(id, meetingId, "endorsed"));
    const seen = await reviewOf(meetingId);
    await recordDecision(manager, decisionOf(id, other, "considered"));
    await expect(closeMeeting(manager, seen)).rejects.toMatchObject({ code: "REVIEW_OUTDATED" });
    await expect(closeMeeting(manager, { meetingId, version: seen.version })).rejects.toMatchObject({
      code: "REVIEW_OUTDATED",
    });
  });
});

describe("a form that was opened while the meeting was open", () => {
  it("is refused after the meeting has closed, and records the decision when it is saved again", async () => {
    const { meetingId } = await addMeeting(database.db, "ADGSOM");
    const id = await submitted();
    await closeMeeting(manager, await reviewOf(meetingId));
    const typed = decisionOf(id, meetingId, "endorsed");
    const blind = recordDecision(manager, { ...typed, openMeetings: `7,${meetingId}` });
    await expect(blind).rejects.toMatchObject({
      code: "MEETING_CLOSED_SINCE",
      fields: [{ field: "meetingId", code: "MEETING_CLOSED_SINCE" }],
    });
    expect(await stageOf(id)).toBe("submitted");
    expect(await recordDecision(manager, { ...typed, openMeetings: "7" })).toMatchObject({ isPending: false });
    expect(await stageOf(id)).toBe("endorsed");
  });

  it("records the decision while the meeting is open", async () => {
    const { meetingId } = await addMeeting(database.db, "ADGSOM");
    const typed = { ...decisionOf(await submitted(), meetingId, "endorsed"), openMeetings: String(meetingId) };
    expect(await recordDecision(manager, typed)).toMatchObject({ isPending: true });
  });
});

describe("the same decision twice", () => {
  it("is refused while the first is pending, even if both are sent at once", async () => {
    const { meetingId, first, second } = await addMeeting(database.db, "ADGSOM");
    const id = await submitted();
    const typed = { ...decisionOf(id, meetingId, "endorsed"), agendaItemId: first };
    const ends = await Promise.allSettled([recordDecision(manager, typed), recordDecision(manager, typed)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "DECISION_ALREADY_WAITS" },
    });
    expect(await database.db.$count(decisions, eq(decisions.meetingId, meetingId))).toBe(1);
    // The same outcome under another item or with another verb is a different decision.
    await recordDecision(manager, { ...typed, agendaItemId: second });
    await recordDecision(manager, { ...typed, verbPrinted: "adopted" });
    await recordDecision(manager, { ...decisionOf(id, meetingId, "endorsed") });
    await expect(recordDecision(manager, decisionOf(id, meetingId, "endorsed"))).rejects.toMatchObject({
      code: "DECISION_ALREADY_WAITS",
    });
    const [meeting] = await database.db.select().from(meetings).where(eq(meetings.id, meetingId));
    // Recording a decision does not change the meeting's version, so its other forms stay valid.
    expect(meeting?.version).toBe(1);
  });
});
