import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { bodies } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { everyRole, stateId } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { compareMoments } from "./compare-moments";

let database: TestDatabase;
let as: Awaited<ReturnType<typeof everyRole>>;
beforeAll(async () => {
  database = await createTestDatabase();
  as = await everyRole(database.db);
});
afterAll(() => database.drop());

type Fields = Partial<typeof planEntries.$inferInsert>;

async function record(id: number, day: string, values: Fields = {}) {
  await database.db.transaction(async (tx) => {
    if (Object.keys(values).length > 0) await tx.update(planEntries).set(values).where(eq(planEntries.id, id));
    const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };
    await appendEntryVersion(tx, id, { ...note, effectiveAt: effectiveAt(day) });
  });
}

/** Tests share a database; each asks about a year of its own. */
const between = (year: number, state: string | null = null, to = `${year}-06-30`) => ({
  from: `${year}-03-31`,
  to,
  state,
});
const titles = ({ entries }: Awaited<ReturnType<typeof compareMoments>>) => entries.map(({ titleEn }) => titleEn);

describe("what changed between two moments", () => {
  it("is told entry by entry, by lead state; what changed before or after is not", async () => {
    const { db } = database;
    const slipped = await addEntry(db, {
      ...{ titleEn: "Slipped", stage: "approved", status: "ongoing", proponent: "VN" },
      ...{ plannedEndOn: "2016-05-31" },
    });
    await record(slipped, "2016-01-10");
    await record(slipped, "2016-05-10", { status: "implemented", plannedEndOn: "2016-07-15" });
    const handed = await addEntry(db, { titleEn: "Handed over", stage: "submitted", proponent: "LA" });
    await record(handed, "2016-02-01");
    await db.insert(entryParties).values({
      ...{ entryId: handed, role: "implementing_agency", memberStateId: await stateId(db, "TH") },
    });
    await record(handed, "2016-06-30");
    const fresh = await addEntry(db, { titleEn: "Fresh", stage: "submitted", proponent: "LA" });
    await record(fresh, "2016-04-01");
    const quiet = await addEntry(db, { titleEn: "Quiet", stage: "submitted", proponent: "LA" });
    await record(quiet, "2016-01-01");
    await record(quiet, "2016-08-01", { stage: "considered" });
    const found = await compareMoments(as.officer, between(2016));
    expect(titles(found)).toEqual(["Handed over", "Fresh", "Slipped"]);
    const changes = Object.fromEntries(found.entries.map((entry) => [entry.titleEn, entry.changes]));
    expect(changes).toEqual({
      "Handed over": [{ kind: "responsible", from: ["LA"], to: ["LA", "TH"] }],
      Fresh: [{ kind: "new" }],
      Slipped: [
        { kind: "status", from: "ongoing", to: "implemented" },
        { kind: "dates", which: "end", from: "2016-05-31", to: "2016-07-15", days: 45 },
      ],
    });
    expect(titles(await compareMoments(as.officer, between(2016, "VN")))).toEqual(["Slipped"]);
    const since = await compareMoments(as.officer, between(2016, null, "today"));
    expect(titles(since)).toContain("Quiet");
    expect(since.to).toBeNull();
  });

  it("has the decisions of the meetings between, of the later one too and not of the earlier", async () => {
    const { db } = database;
    const id = await addEntry(db, { titleEn: "Decided", stage: "submitted", proponent: "LA" });
    await record(id, "2015-01-01");
    const [body] = await db.select().from(bodies).where(eq(bodies.code, "JWG"));
    for (const [code, day, stage] of [
      ["JWG-EARLY", "2015-03-31", "considered"],
      ["JWG-LATE", "2015-06-30", "accepted"],
    ] as const) {
      const [meeting] = await db
        .insert(meetings)
        .values({
          ...{ code, bodyId: body?.id ?? 0, titleEn: code, state: "closed" },
          ...{ firstOn: day, firstPrecision: "exact", lastOn: day, lastPrecision: "exact" },
        })
        .returning({ id: meetings.id });
      await db.insert(decisions).values({
        ...{
          meetingId: meeting?.id ?? 0,
          entryId: id,
          outcome: "considered",
          verbPrinted: code,
          appliedAt: new Date(),
        },
      });
      await record(id, day, { stage });
    }
    const { entries, from, to } = await compareMoments(as.officer, { from: "JWG-EARLY", to: "JWG-LATE", state: null });
    expect({ from, to }).toEqual({
      from: { day: "2015-03-31", meeting: "JWG-EARLY" },
      to: { day: "2015-06-30", meeting: "JWG-LATE" },
    });
    expect(entries).toMatchObject([
      { titleEn: "Decided", kinds: ["stage", "decided"], decisions: [{ meeting: "JWG-LATE" }] },
    ]);
  });

  it("is what the reader may see at each moment, in today's rights", async () => {
    const { db } = database;
    const draft = await addEntry(db, { titleEn: "Out of the drawer", stage: "draft", proponent: "LA" });
    await record(draft, "2014-01-01");
    await record(draft, "2014-05-01", { stage: "submitted" });
    const secret = await addEntry(db, { titleEn: "Kept quiet", stage: "submitted", proponent: "LA" });
    await record(secret, "2014-01-01");
    await record(secret, "2014-05-01", { stage: "considered", isConfidential: true });
    const other = await addEntry(db, { titleEn: "Of another state", stage: "submitted", proponent: "MY" });
    await record(other, "2014-01-01");
    await record(other, "2014-05-01", { stage: "considered" });
    const seen = async (role: keyof typeof as) =>
      (await compareMoments(as[role], between(2014))).entries
        .map(({ titleEn, kinds }) => `${titleEn}: ${kinds}`)
        .sort();
    expect(await seen("officer")).toEqual(["Kept quiet: stage", "Of another state: stage", "Out of the drawer: stage"]);
    expect(await seen("viewer")).toEqual(["Of another state: stage", "Out of the drawer: new"]);
    expect(await seen("focal")).toEqual(["Out of the drawer: stage"]);
  });

  it("is refused for moments in the wrong order, and for those that cannot be shown", async () => {
    const ask = (from: string, to: string) => compareMoments(as.viewer, { from, to, state: null });
    await expect(ask("2023-06-30", "2023-06-30")).rejects.toMatchObject({ code: "AS_OF_ORDER" });
    await expect(ask("ADGMIN-4", "ADGMIN-3")).rejects.toMatchObject({ code: "AS_OF_ORDER" });
    await expect(ask("today", "today")).rejects.toMatchObject({ code: "AS_OF_ORDER" });
    await expect(ask("ADGMIN-99", "today")).rejects.toMatchObject({ code: "AS_OF_NO_MEETING" });
    await expect(ask("2023-01-01", "2999-01-01")).rejects.toMatchObject({ code: "AS_OF_AHEAD" });
  });
});
