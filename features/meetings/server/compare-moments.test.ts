import { eq, sql } from "drizzle-orm";
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

const noteOf = (day: string) => ({
  change: "test",
  recordedAt: new Date(),
  recordedBy: null,
  recordedByName: "Test",
  effectiveAt: effectiveAt(day),
});

async function record(id: number, day: string, values: Fields = {}) {
  await database.db.transaction(async (tx) => {
    if (Object.keys(values).length > 0) await tx.update(planEntries).set(values).where(eq(planEntries.id, id));
    await appendEntryVersion(tx, id, noteOf(day));
  });
}

async function remove(id: number, day: string) {
  await database.db.transaction(async (tx) => {
    await appendEntryVersion(tx, id, { ...noteOf(day), isRemoval: true });
    await tx.delete(planEntries).where(eq(planEntries.id, id));
  });
}

/** Inserts `count` copies of this entry, with a version on each of the days. */
async function multiply(id: number, count: number, days: readonly string[]) {
  const moments = days.map((day, index) => sql`(${index + 1}::int, ${effectiveAt(day).toISOString()}::timestamptz)`);
  await database.db.execute(sql`
    with model as (select snapshot from entry_versions where entry_id = ${id} order by id limit 1),
    a as (
      insert into activities (code, title_en, original_locale)
      select 'M' || n, 'One of many', 'en' from generate_series(1, ${count}::int) n returning id, code
    ),
    e as (
      insert into plan_entries (activity_id, work_plan_id, stage)
      select a.id, m.work_plan_id, m.stage from a, plan_entries m where m.id = ${id} returning id, activity_id
    )
    insert into entry_versions (entry_id, version, snapshot, change, valid_from, recorded_at, recorded_by_name)
    select e.id, d.version, model.snapshot
      || jsonb_build_object('entry', model.snapshot -> 'entry' || jsonb_build_object('id', e.id, 'activityId', a.id))
      || jsonb_build_object('activity', model.snapshot -> 'activity' || jsonb_build_object('id', a.id, 'code', a.code)),
      'test', d.valid_from, now(), 'Test'
    from e join a on a.id = e.activity_id, model, (values ${sql.join(moments, sql`, `)}) d (version, valid_from)`);
}

/** The tests share a database, so each uses a different year. */
const between = (year: number, state: string | null = null, to = `${year}-06-30`) => ({
  from: `${year}-03-31`,
  to,
  state,
});
const titles = ({ entries }: Awaited<ReturnType<typeof compareMoments>>) => entries.map(({ titleEn }) => titleEn);

describe("what changed between two moments", () => {
  it("is listed by entry and lead state, without changes before or after", async () => {
    const { db } = database;
    const slipped = await addEntry(db, {
      titleEn: "Slipped",
      stage: "approved",
      status: "ongoing",
      proponent: "VN",
      plannedEndOn: "2016-05-31",
    });
    await record(slipped, "2016-01-10");
    await record(slipped, "2016-05-10", { status: "implemented", plannedEndOn: "2016-07-15" });
    const handed = await addEntry(db, { titleEn: "Handed over", stage: "submitted", proponent: "LA" });
    await record(handed, "2016-02-01");
    await db.insert(entryParties).values({
      entryId: handed,
      role: "implementing_agency",
      memberStateId: await stateId(db, "TH"),
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

  it("includes the decisions of meetings in between and at the later moment, not at the earlier one", async () => {
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
          code,
          bodyId: body?.id ?? 0,
          titleEn: code,
          state: "closed",
          firstOn: day,
          firstPrecision: "exact",
          lastOn: day,
          lastPrecision: "exact",
        })
        .returning({ id: meetings.id });
      await db.insert(decisions).values({
        meetingId: meeting?.id ?? 0,
        entryId: id,
        outcome: "considered",
        verbPrinted: code,
        appliedAt: new Date(),
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

  it("contains what the reader may see at each moment, with the rights of today", async () => {
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

  it("can be filtered by the state that led at the later moment, or at the earlier one if the entry is gone", async () => {
    const { db } = database;
    const gone = await addEntry(db, { titleEn: "Removed between", stage: "submitted", proponent: "LA" });
    await record(gone, "2013-01-01");
    await remove(gone, "2013-05-01");
    const passedOn = await addEntry(db, { titleEn: "Passed on later", stage: "submitted", proponent: "LA" });
    await record(passedOn, "2013-01-01");
    await record(passedOn, "2013-05-01", { stage: "considered" });
    const ofPassedOn = eq(entryParties.entryId, passedOn);
    await db
      .update(entryParties)
      .set({ memberStateId: await stateId(db, "TH") })
      .where(ofPassedOn);
    await record(passedOn, "2013-08-01");
    const asked = async (state: string | null) =>
      (await compareMoments(as.officer, between(2013, state))).entries.map(({ titleEn, lead, kinds }) => [
        titleEn,
        lead,
        ...kinds,
      ]);
    const both = [
      ["Removed between", "LA", "dropped"],
      ["Passed on later", "LA", "stage"],
    ];
    expect(await asked(null)).toEqual(both);
    expect(await asked("LA")).toEqual(both);
    expect(await asked("TH")).toEqual([]);
  });

  it("finds changes among many versions, and is limited by the number of changes that are shown", async () => {
    const { db } = database;
    const model = await addEntry(db, { titleEn: "Model", stage: "submitted" });
    await record(model, "2012-01-01");
    await multiply(model, 2_050, ["2012-02-01", "2012-05-01"]);
    const own = await addEntry(db, { titleEn: "After all of them", stage: "submitted", proponent: "LA" });
    await record(own, "2012-02-01");
    await record(own, "2012-05-01", { stage: "considered" });
    const changed = { entries: [{ titleEn: "After all of them" }], isCut: false };
    expect(await compareMoments(as.officer, between(2012))).toMatchObject(changed);
    expect(await compareMoments(as.officer, between(2012, "LA"))).toMatchObject(changed);
    expect(await compareMoments(as.focal, between(2012))).toMatchObject(changed);
    const winter = { from: "2012-01-15", to: "2012-03-31", state: null };
    const many = await compareMoments(as.officer, winter);
    expect([many.entries.length, many.isCut]).toEqual([1_000, true]);
    expect(await compareMoments(as.officer, { ...winter, state: "LA" })).toMatchObject(changed);
    expect(await compareMoments(as.focal, winter)).toMatchObject(changed);
  });

  it("is refused for moments in the wrong order, and for those that cannot be shown", async () => {
    const ask = (from: string, to: string) => compareMoments(as.viewer, { from, to, state: null });
    await expect(ask("2023-06-30", "2023-06-30")).rejects.toMatchObject({ code: "AS_OF_ORDER" });
    await expect(ask("ADGMIN-4", "ADGMIN-3")).rejects.toMatchObject({ code: "AS_OF_ORDER" });
    await expect(ask("today", "today")).rejects.toMatchObject({ code: "AS_OF_ORDER" });
    await expect(ask("ADGMIN-99", "today")).rejects.toMatchObject({ code: "AS_OF_NO_MEETING" });
    await expect(ask("0000-01-01", "today")).rejects.toMatchObject({ code: "AS_OF_UNREADABLE" });
    await expect(ask("2023-01-01", "2999-01-01")).rejects.toMatchObject({ code: "AS_OF_AHEAD" });
  });
});
