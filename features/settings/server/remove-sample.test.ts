import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appendEntryVersion } from "@/db/entry-versions";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { users } from "@/db/schema/users";
import { seedSample } from "@/db/seed/sample/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Role, roles } from "@/domain/roles";
import { saveConcept } from "@/features/proposals/server/save-concept";
import { type Context, systemContext } from "@/server/context";
import { getSampleSummary } from "./get-sample-summary";
import { removeSample } from "./remove-sample";

let loaded: TestDatabase;
let database: TestDatabase;

/** Loaded once and cloned for each test, because cloning is faster than loading the sample. */
beforeAll(async () => {
  loaded = await createTestDatabase();
  await seedSample(loaded.db, { samplePassword: "umbrella-by-the-door" });
  await loaded.db
    .insert(users)
    .values({ email: "chief@ministry.example", name: "Chief", role: "admin", isSample: false });
  // A database with open connections cannot be cloned. The pool is ended here, so the database's
  // `drop` must not end it again.
  await loaded.pool.end();
});
beforeEach(async () => {
  database = await createTestDatabase(new URL(loaded.url).pathname.slice(1));
  return () => database.drop();
});

const rows = async (query: string) => (await database.pool.query(query)).rows;

/** A person with that role; `isSample` selects the sample account of the role. */
function contextOf(role: Role, person: { id?: number; name?: string; isSample?: boolean } = {}): Context {
  const { id = 1, name = role, isSample = false } = person;
  const actor = { userId: id, name, role, memberStateId: null, isSample };
  return { ...systemContext(database.db), actor };
}

async function chief(): Promise<Context> {
  const [row] = await database.db.select().from(users).where(eq(users.email, "chief@ministry.example"));
  return contextOf("admin", { id: row?.id, name: "Chief" });
}

async function personOf(email: string) {
  const [row] = await database.db.select().from(users).where(eq(users.email, email));
  if (!row) throw new Error(`${email} is missing`);
  return row;
}

async function realEntry(code: string): Promise<number> {
  const [row] = await database.db
    .select({ id: planEntries.id })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(eq(activities.code, code))
    .orderBy(planEntries.id)
    .limit(1);
  if (!row) throw new Error(`${code} is missing`);
  return row.id;
}

/** Adds an update to an entry in a person's name, as the command would. */
async function report(entryId: number, person: { id: number; name: string; isSample: boolean }, progress: number) {
  await database.db.transaction(async (tx) => {
    const work = { status: "ongoing", schedule: "on_track", progress } as const;
    const written = { authorId: person.id, authorName: person.name, isSample: person.isSample };
    await tx.update(planEntries).set(work).where(eq(planEntries.id, entryId));
    await tx.insert(updates).values({ entryId, reportedOn: "2026-03-02", ...work, ...written });
    await appendEntryVersion(tx, entryId, {
      change: "entry.report",
      recordedAt: new Date(),
      recordedBy: person.id,
      recordedByName: person.name,
    });
  });
}

const countSample = () =>
  rows(
    `select (select count(*)::int from activities where is_sample) as activities,
            (select count(*)::int from updates where is_sample) as updates,
            (select count(*)::int from users where is_sample) as accounts,
            (select count(*)::int from sessions) as sessions,
            (select count(*)::int from decisions d where not exists (select from plan_entries e where e.id = d.entry_id)) as orphans`,
  );

describe("removing the sample", () => {
  test("leaves no sample row and every real one, in one transaction", async () => {
    const officer = await personOf("officer@sample.example");
    await database.pool.query(
      `insert into sessions (secret_hash, user_id, expires_at) values ('x', ${officer.id}, now() + interval '1 hour')`,
    );
    const real = () =>
      rows(
        "select e.*, a.code from plan_entries e join activities a on a.id = e.activity_id where not a.is_sample order by e.id",
      );
    const before = await real();
    const result = await removeSample(await chief(), {});
    expect(result).toMatchObject({ activities: 66, entries: 69, accounts: 6, restored: 0, comments: 0 });
    expect(result.files).toBeGreaterThan(0);
    expect(await countSample()).toEqual([{ activities: 0, updates: 0, accounts: 0, sessions: 0, orphans: 0 }]);
    expect(await real()).toEqual(before);
    expect(await rows("select email from users")).toEqual([{ email: "chief@ministry.example" }]);
  });

  test("leaves every version, and ends each entry's history with its removal", async () => {
    const entries = await rows(
      "select e.id from plan_entries e join activities a on a.id = e.activity_id where a.is_sample",
    );
    const [before] = await rows("select count(*)::int as n from entry_versions");
    await removeSample(await chief(), {});
    const [after] = await rows("select count(*)::int as n from entry_versions");
    expect(after.n).toBe(before.n + entries.length);
    const last = await rows(
      `select distinct on (entry_id) entry_id, is_removal, valid_to is not null as closed, recorded_by_name,
              snapshot->'activity'->>'isSample' as sample
       from entry_versions where is_removal or snapshot->'activity'->>'isSample' = 'true' order by entry_id, id desc`,
    );
    expect(last).toHaveLength(entries.length);
    for (const row of last)
      expect(row).toMatchObject({ is_removal: true, closed: true, recorded_by_name: "Chief", sample: "true" });
  });

  test("records in the audit log who did it and what was removed", async () => {
    const context = await chief();
    await removeSample(context, {});
    const [row] = await rows("select * from audit_log order by seq desc limit 1");
    expect(row).toMatchObject({ action: "sample.remove", actor_id: context.actor.userId, actor_name: "Chief" });
    expect(row.before).toMatchObject({ activities: 66, entries: 69, accounts: 6 });
    expect(row.before.codes).toContain("23-12");
    expect(row.before.emails).toContain("officer@sample.example");
  });

  test("does nothing a second time, and the sample is not loaded again at the next start", async () => {
    const context = await chief();
    await removeSample(context, {});
    const [before] = await rows("select max(seq) as seq from audit_log");
    const nothing = {
      activities: 0,
      entries: 0,
      updates: 0,
      decisions: 0,
      files: 0,
      comments: 0,
      deadlines: 0,
      accounts: 0,
      meetings: 0,
      instruments: 0,
      restored: 0,
    };
    expect(await removeSample(context, {})).toEqual(nothing);
    await seedSample(database.db, {});
    expect(await rows("select max(seq) as seq from audit_log")).toEqual([before]);
    expect(await countSample()).toMatchObject([{ activities: 0, accounts: 0 }]);
  });

  test("removes what a sample account wrote on a real entry, and restores the entry", async () => {
    const entryId = await realEntry("23-01");
    await report(entryId, await personOf("officer@sample.example"), 40);
    expect((await removeSample(await chief(), {})).restored).toBe(1);
    const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, entryId));
    expect(entry).toMatchObject({ stage: "approved", status: null, schedule: null, progress: null });
    expect(await rows(`select id from updates where entry_id = ${entryId}`)).toEqual([]);
    const versions = await database.db
      .select()
      .from(entryVersions)
      .where(eq(entryVersions.entryId, entryId))
      .orderBy(entryVersions.id);
    expect(versions.map(({ change }) => change)).toEqual(["reference.load", "entry.report", "sample.remove"]);
    const [audit] = await rows(
      `select * from audit_log where subject = 'plan_entries' and subject_id = ${entryId} order by seq desc`,
    );
    expect(audit).toMatchObject({
      before: { status: "ongoing", progress: 40 },
      after: { status: null, progress: null },
    });
  });

  test("restores a real proposal's concept note to what people wrote, or removes it", async () => {
    const [ours, theirs] = [await realEntry("23-01"), await realEntry("23-02")];
    const officer = await personOf("officer@sample.example");
    const context = await chief();
    await rows(`update plan_entries set stage = 'draft' where id in (${ours}, ${theirs})`);
    await saveConcept(context, { entryId: ours, version: 0, purpose: "As people wrote it", method: "Workshops" });
    await database.db.transaction((tx) =>
      appendEntryVersion(tx, theirs, {
        change: "entry.update",
        recordedAt: new Date(),
        recordedBy: context.actor.userId,
        recordedByName: context.actor.name,
      }),
    );
    const sample = contextOf("officer", officer);
    await saveConcept(sample, { entryId: ours, version: 1, purpose: "Tried out" });
    await saveConcept(sample, { entryId: theirs, version: 0, purpose: "Tried out" });
    expect((await removeSample(context, {})).restored).toBe(2);
    expect(await rows("select entry_id, purpose, method, version from concepts")).toEqual([
      { entry_id: ours, purpose: "As people wrote it", method: "Workshops", version: 3 },
    ]);
  });

  test("leaves what a person wrote after a sample account, and lists the entry as mixed", async () => {
    const entryId = await realEntry("23-02");
    const boss = await personOf("chief@ministry.example");
    await report(entryId, await personOf("officer@sample.example"), 40);
    await report(entryId, boss, 60);
    const context = await chief();
    const { onReal } = await getSampleSummary(context, {});
    expect(onReal).toMatchObject({ updates: 1, decisions: 0, entries: [{ entryId, code: "23-02", isMixed: true }] });
    expect((await removeSample(context, {})).restored).toBe(0);
    const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, entryId));
    expect(entry).toMatchObject({ status: "ongoing", progress: 60 });
    expect(await rows(`select author_name from updates where entry_id = ${entryId}`)).toEqual([
      { author_name: "Chief" },
    ]);
  });
});

describe("permission", () => {
  test.each(roles.filter((role) => role !== "admin"))("a %s is refused, and nothing is removed", async (role) => {
    await expect(removeSample(contextOf(role), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getSampleSummary(contextOf(role), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await countSample()).toMatchObject([{ activities: 66, accounts: 6 }]);
  });

  test("the sample administrator may see the summary but not remove the sample", async () => {
    const { id, name } = await personOf("admin@sample.example");
    const context = contextOf("admin", { id, name, isSample: true });
    await expect(removeSample(context, {})).rejects.toMatchObject({ code: "SAMPLE_ACCOUNT" });
    expect((await getSampleSummary(context, {})).can).toEqual({ remove: false });
    expect(await countSample()).toMatchObject([{ activities: 66, accounts: 6 }]);
  });

  test("is refused to everybody if no administrator would be left", async () => {
    await database.pool.query("update users set is_active = false where email = 'chief@ministry.example'");
    await expect(removeSample(systemContext(database.db), {})).rejects.toMatchObject({ code: "LAST_ADMIN" });
    expect(await countSample()).toMatchObject([{ activities: 66, accounts: 6 }]);
  });
});

test("the summary counts what will be removed and lists what people wrote on it", async () => {
  const [sampleEntry] = await rows(
    "select e.id from plan_entries e join activities a on a.id = e.activity_id where a.code = '23-12'",
  );
  const follower = await realEntry("24-01");
  await report(sampleEntry.id, await personOf("chief@ministry.example"), 100);
  await database.pool.query(`update plan_entries set carried_from_id = ${sampleEntry.id} where id = ${follower}`);
  const context = await chief();
  const summary = await getSampleSummary(context, {});
  expect(summary).toMatchObject({ activities: 66, entries: 69, accounts: 6, sessions: 0, can: { remove: true } });
  expect(summary.fromPeople).toMatchObject({ updates: 1, decisions: 0, entries: 1, names: ["Chief"] });
  expect(summary.carried).toMatchObject([{ entryId: follower, code: "24-01" }]);
  expect(summary.onReal).toMatchObject({ updates: 0, decisions: 0, entries: [] });
  const result = await removeSample(context, {});
  expect(result).toMatchObject({ updates: summary.updates, decisions: summary.decisions });
  expect(await rows(`select carried_from_id from plan_entries where id = ${follower}`)).toEqual([
    { carried_from_id: null },
  ]);
});
