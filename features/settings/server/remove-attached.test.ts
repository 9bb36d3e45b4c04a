import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { users } from "@/db/schema/users";
import { seedSample } from "@/db/seed/sample/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Context, systemContext } from "@/server/context";
import { getSampleSummary } from "./get-sample-summary";
import { removeSample } from "./remove-sample";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedSample(database.db, { samplePassword: "umbrella-by-the-door" });
});
afterAll(() => database.drop());

const rows = async (query: string) => (await database.pool.query(query)).rows;

async function chief(): Promise<Context> {
  const values = { email: "chief@ministry.example", name: "Chief", role: "admin", isSample: false } as const;
  const [row] = await database.db.insert(users).values(values).returning({ id: users.id });
  const actor = { userId: row?.id ?? 0, name: "Chief", role: "admin", memberStateId: null, isSample: false } as const;
  return { ...systemContext(database.db), actor };
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

test("attachments of sample entries or by sample accounts are removed with their content; people's attachments to real entries stay", async () => {
  const [real, sampleEntry] = [
    await realEntry("23-01"),
    (
      await rows("select e.id from plan_entries e join activities a on a.id = e.activity_id where a.is_sample limit 1")
    )[0].id,
  ];
  const [own] = await rows("select count(*)::int as deadlines from milestones");
  await rows(
    "insert into stored_files (sha256, size, content) values ('ours', 1, 'a'), ('theirs', 1, 'b'), ('paper', 1, 'c')",
  );
  const paper = (isSample: boolean) =>
    rows(
      `insert into papers (meeting_id, audience, file_name, media_type, sha256, size, added_by_name, is_sample)
       select min(id), 'all', 'a.txt', 'text/plain', 'paper', 1, 'x', ${isSample} from meetings where not is_sample`,
    );
  await paper(true);
  await paper(false);
  const attach = (entryId: number, sha256: string, isSample: boolean) =>
    rows(
      `insert into evidence (entry_id, kind, file_name, media_type, sha256, size, added_by_name, is_sample)
       values (${entryId}, 'paper', 'a.txt', 'text/plain', '${sha256}', 1, 'x', ${isSample})`,
    );
  const say = (entryId: number, isSample: boolean) =>
    rows(
      `insert into comments (entry_id, audience, text, author_name, is_sample) values (${entryId}, 'all', 'x', 'x', ${isSample})`,
    );
  const due = (entryId: number, isSample: boolean) =>
    rows(
      `insert into milestones (entry_id, title_en, anchor, fixed_on, due_on, is_sample)
       values (${entryId}, 'x', 'day', '2027-01-01', '2027-01-01', ${isSample})`,
    );
  await attach(real, "ours", false);
  await attach(real, "theirs", true);
  await attach(sampleEntry, "theirs", false);
  for (const [entryId, isSample] of [
    [real, false],
    [real, true],
    [sampleEntry, false],
  ] as const) {
    await say(entryId, isSample);
    await due(entryId, isSample);
  }
  const context = await chief();
  const { fromPeople, onReal } = await getSampleSummary(context, {});
  expect([fromPeople, onReal]).toMatchObject([
    { files: 1, comments: 1, deadlines: 1 },
    { files: 2, comments: 1, deadlines: 1 },
  ]);
  expect(await removeSample(context, {})).toMatchObject({ comments: 2, deadlines: 2 + own.deadlines });
  expect(await rows("select entry_id from milestones")).toEqual([{ entry_id: real }]);
  expect(await rows("select entry_id, sha256 from evidence")).toEqual([{ entry_id: real, sha256: "ours" }]);
  expect(await rows("select is_sample, sha256 from papers")).toEqual([{ is_sample: false, sha256: "paper" }]);
  expect(await rows("select sha256 from stored_files order by 1")).toEqual([{ sha256: "ours" }, { sha256: "paper" }]);
  expect(await rows("select entry_id from comments")).toEqual([{ entry_id: real }]);
});
