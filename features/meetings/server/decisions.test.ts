import { asc, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { BodyCode, DecisionOutcome } from "@/domain/lifecycle";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { addAgendaItem } from "./add-agenda-item";
import { closeMeeting } from "./close-meeting";
import { correctDecision } from "./correct-decision";
import { previewClosing } from "./preview-closing";
import { recordDecision } from "./record-decision";
import { removeDecision } from "./remove-decision";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

async function entryOf(id: number) {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

async function meetingId(code: string): Promise<number> {
  const [meeting] = await database.db.select({ id: meetings.id }).from(meetings).where(eq(meetings.code, code));
  return meeting?.id ?? 99_999_999;
}

let meetingCount = 0;

/** An open meeting of this body. */
async function openMeetingOf(body: BodyCode, lastOn = "2024-02-02"): Promise<number> {
  meetingCount += 1;
  const { db } = database;
  const [row] = await db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, body));
  const [meeting] = await db
    .insert(meetings)
    .values({
      code: `${body}-T${meetingCount}`,
      bodyId: row?.id ?? 0,
      titleEn: `A meeting ${meetingCount}`,
      state: "open",
      firstOn: lastOn,
      firstPrecision: "exact",
      lastOn,
      lastPrecision: "exact",
    })
    .returning({ id: meetings.id });
  return meeting?.id ?? 0;
}

async function decisionOn(entryId: number, meeting: number, outcome: DecisionOutcome) {
  const { version } = await entryOf(entryId);
  return { entryId, version, meetingId: meeting, verbPrinted: outcome, outcome };
}

const decide = async (entryId: number, meeting: number, outcome: DecisionOutcome) =>
  recordDecision(roles.manager, await decisionOn(entryId, meeting, outcome));

/** The present review of the meeting's closing, as the form sends it. */
async function reviewOf(meetingId: number) {
  const { version, review } = await previewClosing(roles.manager, { meetingId });
  return { meetingId, version, review };
}

describe("a decision that is recorded after its meeting is closed", () => {
  it("changes the stage on the meeting's last day; approval sets the status", async () => {
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    await decide(id, await meetingId("JWG-2023"), "considered");
    await decide(id, await meetingId("ADGMIN-4"), "approved");
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
  });

  it.each([
    ["on a draft", "draft", "JWG-2023", "considered", { code: "STAGE_STEP_REFUSED" }],
    ["on a withdrawn entry", "withdrawn", "ADGMIN-4", "approved", { code: "STAGE_STEP_REFUSED" }],
    [
      "with an outcome that the body cannot decide",
      "submitted",
      "JWG-2023",
      "approved",
      { fields: [{ field: "outcome", code: "OUTCOME_NOT_OF_BODY" }] },
    ],
    [
      "of an unknown meeting",
      "submitted",
      "none",
      "approved",
      { fields: [{ field: "meetingId", code: "UNKNOWN_CHOICE" }] },
    ],
  ] as const)("%s is refused", async (_name, stage, meeting, outcome, refusal) => {
    const id = await addEntry(database.db, { stage, proponent: "LA" });
    await expect(decide(id, await meetingId(meeting), outcome)).rejects.toMatchObject(refusal);
    expect((await entryOf(id)).stage).toBe(stage);
  });

  it("can be recorded by a head of division only", async () => {
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const input = await decisionOn(id, await meetingId("JWG-2023"), "considered");
    for (const role of ["officer", "focal", "viewer"] as const) {
      await expect(recordDecision(roles[role], input), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect((await entryOf(id)).stage).toBe("submitted");
  });
});

describe("an open meeting", () => {
  it("changes nothing until it closes, and then all its entries at once in agenda order", async () => {
    const meeting = await openMeetingOf("ADGSOM");
    const [one, two, three] = await Promise.all(
      ["LA", "TH", "MY"].map((proponent) => addEntry(database.db, { stage: "submitted", proponent })),
    );
    if (!one || !two || !three) throw new Error("entries were not made");
    const { itemId } = await addAgendaItem(roles.officer, { meetingId: meeting, no: "5.2", titleEn: "Proposals" });
    await decide(one, meeting, "considered");
    await recordDecision(roles.manager, { ...(await decisionOn(two, meeting, "noted")), agendaItemId: itemId });
    await decide(three, meeting, "returned");
    await decide(one, meeting, "approved");
    expect([one, two, three].map(() => "submitted")).toEqual(
      (await Promise.all([one, two, three].map(entryOf))).map(({ stage }) => stage),
    );
    const before = await countAudit(database.db);
    await closeMeeting(roles.manager, await reviewOf(meeting));
    expect((await Promise.all([one, two, three].map(entryOf))).map(({ stage }) => stage)).toEqual([
      "approved",
      "submitted",
      "draft",
    ]);
    expect((await countAudit(database.db)) - before).toBe(4);
    const steps = await database.db
      .select({ from: decisions.stageFrom, to: decisions.stageTo, no: decisions.agendaNo })
      .from(decisions)
      .where(eq(decisions.meetingId, meeting))
      .orderBy(asc(decisions.id));
    expect(steps).toEqual([
      { from: "submitted", to: "considered", no: null },
      { from: "submitted", to: null, no: "5.2" },
      { from: "submitted", to: "draft", no: null },
      { from: "considered", to: "approved", no: null },
    ]);
  });

  it("does not close if a decision has become impossible, names it, and changes nothing", async () => {
    const meeting = await openMeetingOf("ADGSOM");
    const good = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const bad = await addEntry(database.db, { stage: "submitted", proponent: "TH" });
    await decide(good, meeting, "endorsed");
    await decide(bad, meeting, "endorsed");
    await decide(bad, await meetingId("ADGMIN-4"), "withdrawn");
    const before = await countAudit(database.db);
    const [code] = (
      await database.db.execute<{ code: string }>(
        `select a.code from activities a join plan_entries e on e.activity_id = a.id where e.id = ${bad}`,
      )
    ).rows;
    await expect(closeMeeting(roles.manager, await reviewOf(meeting))).rejects.toMatchObject({
      code: "DECISIONS_IMPOSSIBLE",
      params: { entries: code?.code },
    });
    expect((await entryOf(good)).stage).toBe("submitted");
    expect(await countAudit(database.db)).toBe(before);
  });

  it("closes once; the second of two simultaneous requests is refused", async () => {
    const meeting = await openMeetingOf("ADGSOM");
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    await decide(id, meeting, "approved");
    const seen = await reviewOf(meeting);
    const ends = await Promise.allSettled([closeMeeting(roles.manager, seen), closeMeeting(roles.admin, seen)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "MEETING_NOT_OPEN" } });
    expect((await entryOf(id)).version).toBe(2);
  });

  it("records a decision that arrives during closing either before or after it", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const meeting = await openMeetingOf("ADGSOM");
      const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
      const input = await decisionOn(id, meeting, "approved");
      const [closing] = await Promise.allSettled([
        closeMeeting(roles.manager, await reviewOf(meeting)),
        recordDecision(roles.admin, input),
      ]);
      // A decision recorded before the closing was not on the review, so the closing is refused.
      if (closing?.status === "rejected") expect(closing.reason).toMatchObject({ code: "REVIEW_OUTDATED" });
      expect((await entryOf(id)).stage).toBe(closing?.status === "rejected" ? "submitted" : "approved");
      expect(await database.db.$count(decisions, eq(decisions.meetingId, meeting))).toBe(1);
    }
  });

  it("cannot close before its last day", async () => {
    const meeting = await openMeetingOf("ADGSOM", "2099-01-01");
    await expect(closeMeeting(roles.manager, { meetingId: meeting, version: 1 })).rejects.toMatchObject({
      fields: [{ field: "meetingId", code: "DAY_AHEAD" }],
    });
  });

  it("lets a pending decision be removed, but not one that has taken effect", async () => {
    const meeting = await openMeetingOf("ADGSOM");
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const { decisionId } = await decide(id, meeting, "approved");
    await expect(removeDecision(roles.officer, { decisionId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeDecision(roles.manager, { decisionId });
    const again = await decide(id, meeting, "endorsed");
    await closeMeeting(roles.manager, await reviewOf(meeting));
    expect((await entryOf(id)).stage).toBe("endorsed");
    await expect(removeDecision(roles.manager, { decisionId: again.decisionId })).rejects.toMatchObject({
      code: "MEETING_CLOSED",
    });
  });

  it("can be closed by a head of division only", async () => {
    const seen = { meetingId: await openMeetingOf("ADGSOM"), version: 1 };
    for (const role of ["officer", "focal", "viewer"] as const)
      await expect(closeMeeting(roles[role], seen), role).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a wrong decision", () => {
  const correction = async (decisionId: number, entryId: number, outcome: DecisionOutcome) => ({
    decisionId,
    outcome,
    verbPrinted: outcome,
    version: (await entryOf(entryId)).version,
  });

  it("is corrected by another one of the same meeting, and stays in the history", async () => {
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const meeting = await meetingId("ADGMIN-4");
    const { decisionId } = await decide(id, meeting, "approved");
    await correctDecision(roles.manager, await correction(decisionId, id, "deferred"));
    expect(await entryOf(id)).toMatchObject({ stage: "deferred", status: null, wasApproved: false });
    expect(await database.db.$count(decisions, eq(decisions.entryId, id))).toBe(2);
    await expect(correctDecision(roles.manager, await correction(decisionId, id, "endorsed"))).rejects.toMatchObject({
      code: "ALREADY_CORRECTED",
    });
  });

  it("cannot be corrected while a later one depends on it, nor once work has begun", async () => {
    const id = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const first = await decide(id, await meetingId("JWG-2023"), "considered");
    const second = await decide(id, await meetingId("ADGMIN-4"), "approved");
    await expect(
      correctDecision(roles.manager, await correction(first.decisionId, id, "returned")),
    ).rejects.toMatchObject({
      code: "DECISION_NOT_LATEST",
    });
    await database.db.update(planEntries).set({ status: "ongoing" }).where(eq(planEntries.id, id));
    await expect(
      correctDecision(roles.manager, await correction(second.decisionId, id, "deferred")),
    ).rejects.toMatchObject({
      code: "STAGE_STEP_REFUSED",
    });
    await correctDecision(roles.manager, await correction(second.decisionId, id, "approved"));
    expect(await entryOf(id)).toMatchObject({ stage: "approved", status: "ongoing" });
  });

  it("can be corrected by a head of division only", async () => {
    const id = await addOngoing(database.db, { proponent: "LA" });
    const { decisionId } = await decide(id, await meetingId("ADGMIN-4"), "noted");
    for (const role of ["officer", "focal", "viewer"] as const)
      await expect(correctDecision(roles[role], await correction(decisionId, id, "noted"))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
  });
});
