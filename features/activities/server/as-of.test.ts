import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { bodies } from "@/db/schema/bodies";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Context } from "@/server/context";
import { lookBack, resolveAsOf } from "@/server/past/as-of";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { activitiesAddress } from "../list-address";
import { getEntry } from "./get-entry";
import { listActivities } from "./list-activities";
import { listHistory } from "./list-history";
import { submitEntry } from "./submit-entry";

let database: TestDatabase;
let as: Awaited<ReturnType<typeof everyRole>>;
beforeAll(async () => {
  database = await createTestDatabase();
  as = await everyRole(database.db);
});
afterAll(() => database.drop());

const then = { day: "2024-03-31", meeting: null };
const past = (context: Context) => lookBack(context, then);

type Fields = Partial<typeof planEntries.$inferInsert>;

/** Changes an entry on a day and records a version. */
async function record(id: number, day: string, values: Fields = {}) {
  await database.db.transaction(async (tx) => {
    if (Object.keys(values).length > 0) await tx.update(planEntries).set(values).where(eq(planEntries.id, id));
    const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };
    await appendEntryVersion(tx, id, { ...note, effectiveAt: effectiveAt(day) });
  });
}

async function changedSince(wish: Parameters<typeof addEntry>[1], later: Fields = {}) {
  const id = await addEntry(database.db, wish);
  await record(id, "2024-01-10");
  await record(id, "2024-06-10", later);
  return id;
}

const listed = async (context: Context, search = "") =>
  (await listActivities(context, activitiesAddress.read(new URLSearchParams(`size=100&${search}`)))).rows;

describe("the register on a past day", () => {
  it("returns list, filters, counts, page and history as of that day", async () => {
    const id = await changedSince(
      { stage: "submitted", titleEn: "Kelp forest sensing" },
      { stage: "approved", status: "ongoing", progress: 30 },
    );
    const looking = await past(as.officer);
    expect(await listed(looking, "q=kelp&stage=submitted")).toMatchObject([{ id, stage: "submitted", status: null }]);
    expect(await listed(looking, "q=kelp&stage=approved")).toEqual([]);
    expect(await listed(as.officer, "q=kelp&stage=approved")).toMatchObject([{ id, progress: 30 }]);
    expect((await getEntry(looking, { entryId: id })).entry.stage).toBe("submitted");
    expect((await getEntry(as.officer, { entryId: id })).entry.stage).toBe("approved");
    expect((await listHistory(looking, { entryId: id })).lines).toHaveLength(1);
  });

  it("contains an entry removed since, and none added later", async () => {
    const gone = await changedSince({ stage: "submitted", titleEn: "Vanished walrus" });
    const later = await addEntry(database.db, { stage: "submitted", titleEn: "Later walrus" });
    await record(later, "2024-05-01");
    await database.db.transaction(async (tx) => {
      const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };
      await appendEntryVersion(tx, gone, { ...note, effectiveAt: effectiveAt("2024-07-01"), isRemoval: true });
      await tx.delete(planEntries).where(eq(planEntries.id, gone));
    });
    expect((await listed(await past(as.manager), "q=walrus")).map(({ id }) => id)).toEqual([gone]);
    expect((await listed(as.manager, "q=walrus")).map(({ id }) => id)).toEqual([later]);
  });

  it("shows a meeting's decision from its last day on, regardless of when it was recorded", async () => {
    const { db } = database;
    const id = await changedSince({ stage: "submitted", titleEn: "Osprey" });
    const [body] = await db.select().from(bodies).where(eq(bodies.code, "JWG"));
    const [meeting] = await db
      .insert(meetings)
      .values({
        code: "JWG-TEST",
        bodyId: body?.id ?? 0,
        titleEn: "JWG",
        state: "closed",
        firstOn: "2024-03-30",
        firstPrecision: "exact",
        lastOn: "2024-03-31",
        lastPrecision: "exact",
      })
      .returning({ id: meetings.id });
    const common = { meetingId: meeting?.id ?? 0, entryId: id, outcome: "considered" as const };
    await db.insert(decisions).values([
      { ...common, verbPrinted: "considered", appliedAt: new Date() },
      { ...common, verbPrinted: "waits", appliedAt: null },
    ]);
    const { decisions: found } = await getEntry(await past(as.officer), { entryId: id });
    expect(found.map(({ verbPrinted }) => verbPrinted)).toEqual(["considered"]);
    const before = await lookBack(as.officer, { day: "2024-03-30", meeting: null });
    expect((await getEntry(before, { entryId: id })).decisions).toEqual([]);
    expect(await resolveAsOf(db, "JWG-TEST", new Date())).toEqual({ day: "2024-03-31", meeting: "JWG-TEST" });
  });
});

describe("a reader who looks back", () => {
  it("sees no more than today: nothing confidential since, nothing that no longer belongs to their state", async () => {
    const hidden = await changedSince(
      { stage: "submitted", titleEn: "Heron one", proponent: "LA" },
      { isConfidential: true },
    );
    const open = await changedSince({ stage: "submitted", titleEn: "Heron two", proponent: "LA" });
    const lost = await changedSince({ stage: "submitted", titleEn: "Heron three", proponent: "LA" });
    await database.db.delete(entryParties).where(eq(entryParties.entryId, lost));
    await database.db.delete(entryStates).where(eq(entryStates.entryId, lost));
    const ids = async (context: Context) =>
      (await listed(context, "q=heron")).map(({ id }) => id).sort((a, b) => a - b);
    expect(await ids(await past(as.officer))).toEqual([hidden, open, lost]);
    expect(await ids(await past(as.viewer))).toEqual([open, lost]);
    expect(await ids(await past(as.focal))).toEqual([open]);
  });

  it("sees no more than on that day: drafts of that day stay hidden outside the desk", async () => {
    await changedSince({ stage: "draft", titleEn: "Bittern" }, { stage: "submitted" });
    expect(await listed(await past(as.viewer), "q=bittern")).toEqual([]);
    expect(await listed(as.viewer, "q=bittern")).toHaveLength(1);
  });

  it("cannot change anything in any role, and is offered no changes", async () => {
    const id = await changedSince({ stage: "draft", titleEn: "Curlew", proponent: "LA" });
    const audit = await countAudit(database.db);
    for (const role of ["admin", "manager", "officer", "focal"] as const) {
      const looking = await past(as[role]);
      await expect(submitEntry(looking, { entryId: id, version: 1 }), role).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      const { openRounds: _read, ...can } = (await getEntry(looking, { entryId: id })).can;
      expect(Object.values(can).filter(Boolean), role).toEqual([]);
    }
    expect(await countAudit(database.db)).toBe(audit);
  });

  it("gets an error for moments that cannot be shown", async () => {
    const ask = (text: string) => resolveAsOf(database.db, text, new Date("2024-04-01T03:00:00Z"));
    await expect(ask("2024-02-30")).rejects.toMatchObject({ code: "AS_OF_UNREADABLE" });
    await expect(ask("ADGSOM-99")).rejects.toMatchObject({ code: "AS_OF_NO_MEETING" });
    await expect(ask("2024-04-01")).rejects.toMatchObject({ code: "AS_OF_AHEAD" });
    expect(await ask("2024-03-31")).toEqual(then);
    expect(await ask("today")).toBeNull();
  });
});
