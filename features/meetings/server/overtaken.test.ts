import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { bodies } from "@/db/schema/bodies";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { BodyCode, DecisionOutcome } from "@/domain/lifecycle";
import type { Context } from "@/server/context";
import { contextOf } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { closeMeeting } from "./close-meeting";
import { correctDecision } from "./correct-decision";
import { previewClosing } from "./preview-closing";
import { recordDecision } from "./record-decision";

let database: TestDatabase;
let manager: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  manager = await contextOf(database.db, "manager");
});
afterAll(() => database.drop());

const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };

/** Changes the entry and records a version that takes effect on that day. */
async function record(entryId: number, day: string, set: Partial<typeof planEntries.$inferInsert> = {}): Promise<void> {
  await database.db.transaction(async (tx) => {
    if (Object.keys(set).length > 0) await tx.update(planEntries).set(set).where(eq(planEntries.id, entryId));
    await appendEntryVersion(tx, entryId, { ...note, effectiveAt: effectiveAt(day) });
  });
}

let made = 0;

async function meetingOf(body: BodyCode, lastOn: string, state: "open" | "closed") {
  made += 1;
  const { db } = database;
  const [row] = await db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, body));
  const [meeting] = await db
    .insert(meetings)
    .values({
      code: `${body}-O${made}`,
      bodyId: row?.id ?? 0,
      titleEn: `A meeting ${made}`,
      state,
      firstOn: lastOn,
      firstPrecision: "exact",
      lastOn,
      lastPrecision: "exact",
    })
    .returning({ id: meetings.id });
  return meeting?.id ?? 0;
}

async function entryOf(id: number) {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

async function decide(entryId: number, meetingId: number, outcome: DecisionOutcome) {
  const { version } = await entryOf(entryId);
  return recordDecision(manager, { entryId, version, meetingId, verbPrinted: outcome, outcome });
}

/** The versions in the order of effect: day, stage and status. */
async function historyOf(entryId: number) {
  const rows = await database.db
    .select()
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(asc(entryVersions.validFrom), asc(entryVersions.id));
  return rows.map(({ validFrom, stage, status }) => `${validFrom.toISOString().slice(0, 10)} ${stage} ${status}`);
}

describe("a decision of an earlier meeting, recorded after a later one has moved the entry", () => {
  it("changes the history from its own day on, not the present stage", async () => {
    const id = await addEntry(database.db, { stage: "submitted", wasSubmitted: true });
    await record(id, "2023-05-01");
    await decide(id, await meetingOf("ADGMIN", "2024-02-02", "closed"), "approved");
    await record(id, "2024-05-01", { status: "ongoing", progress: 40 });
    const late = await decide(id, await meetingOf("JWG", "2023-08-24", "closed"), "considered");
    expect(late.stage).toBe("approved");
    expect(await entryOf(id)).toMatchObject({ stage: "approved", status: "ongoing", progress: 40 });
    expect(await historyOf(id)).toEqual([
      "2023-05-01 submitted null",
      "2023-08-24 considered null",
      "2024-02-02 approved not_started",
      "2024-05-01 approved ongoing",
    ]);
    const [decision] = await database.db.select().from(decisions).where(eq(decisions.id, late.decisionId));
    expect(decision).toMatchObject({ stageFrom: "submitted", stageTo: "considered" });
  });

  it("does so even if the history begins with the later decision", async () => {
    const id = await addEntry(database.db, { stage: "submitted" });
    const ministers = await meetingOf("ADGMIN", "2024-02-02", "closed");
    await database.db.insert(decisions).values({
      meetingId: ministers,
      entryId: id,
      verbPrinted: "approved",
      outcome: "approved",
      appliedAt: new Date(),
      stageFrom: "submitted",
      stageTo: "approved",
    });
    await record(id, "2024-02-02", { stage: "approved", status: "not_started", wasApproved: true, progress: 0 });
    await record(id, "2024-05-01", { status: "ongoing", progress: 40 });
    await decide(id, await meetingOf("JWG", "2023-08-24", "closed"), "considered");
    expect(await entryOf(id)).toMatchObject({ stage: "approved", status: "ongoing", progress: 40 });
    expect(await historyOf(id)).toEqual([
      "2023-08-24 considered null",
      "2024-02-02 approved not_started",
      "2024-05-01 approved ongoing",
    ]);
  });

  it("also applies to a meeting that is closed after a later one", async () => {
    const id = await addEntry(database.db, { stage: "submitted", wasSubmitted: true });
    await record(id, "2023-05-01");
    const group = await meetingOf("JWG", "2023-08-24", "open");
    await decide(id, await meetingOf("ADGSOM", "2024-01-30", "closed"), "endorsed");
    await decide(id, group, "considered");
    const { review } = await previewClosing(manager, { meetingId: group });
    await closeMeeting(manager, { meetingId: group, version: 1, review });
    expect((await entryOf(id)).stage).toBe("endorsed");
    expect(await historyOf(id)).toEqual([
      "2023-05-01 submitted null",
      "2023-08-24 considered null",
      "2024-01-30 endorsed null",
    ]);
  });

  it("moves the entry itself if corrections of the later decision left it without effect", async () => {
    const id = await addEntry(database.db, { stage: "submitted", wasSubmitted: true });
    await record(id, "2023-05-01");
    const { decisionId } = await decide(id, await meetingOf("ADGMIN", "2024-02-02", "closed"), "approved");
    const { version } = await entryOf(id);
    await correctDecision(manager, { decisionId, version, verbPrinted: "noted", outcome: "noted" });
    const late = await decide(id, await meetingOf("JWG", "2023-08-24", "closed"), "considered");
    expect(late.stage).toBe("considered");
    expect((await historyOf(id)).at(-1)).toBe("2024-02-02 considered null");
    const next = await decide(id, await meetingOf("ADGSOM", "2023-11-30", "closed"), "endorsed");
    expect(next.stage).toBe("endorsed");
    expect(await historyOf(id)).toEqual([
      "2023-05-01 submitted null",
      "2023-08-24 considered null",
      "2023-11-30 endorsed null",
      "2024-02-02 endorsed null",
      "2024-02-02 endorsed null",
    ]);
  });
});
