import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { isProgressOf, isStatusStep, type Status } from "@/domain/lifecycle";
import { seedSample } from "./index";

let database: TestDatabase;
const rows = async (query: string) => (await database.pool.query(query)).rows;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedSample(database.db, { samplePassword: "umbrella-by-the-door" });
});
afterAll(() => database.drop());

/** Counted entries of one year's ADGSOM-ATRC plan, grouped by whether they are samples. */
const countOf = async (year: number, condition: string) => {
  const [row] = await rows(
    `select count(*)::int as register, count(*) filter (where a.is_sample)::int as sample,
            (select count from official_counts o
              where o.work_plan_id = w.id and o.member_state_id is null) as official
     from plan_entries e join activities a on a.id = e.activity_id join work_plans w on w.id = e.work_plan_id
     join periods p on p.id = w.period_id
     where p.code = 'CYCLE-${year}' and w.framework = 'adgsom_atrc' and e.counted = 'yes' and ${condition} group by w.id`,
  );
  return row;
};

describe("the counts beside the official ones", () => {
  test("2023: 13 approved, of which 11 sample", async () => {
    expect(await countOf(2023, "e.was_approved")).toEqual({ register: 13, sample: 11, official: 13 });
  });
  test("2024: 15 proposed, of which 14 sample; none of these is approved", async () => {
    expect(await countOf(2024, "e.was_submitted")).toEqual({ register: 15, sample: 14, official: 15 });
    expect(await countOf(2024, "e.was_approved")).toBeUndefined();
  });
  test("2026: 17 approved, all sample", async () => {
    expect(await countOf(2026, "e.was_approved")).toEqual({ register: 17, sample: 17, official: 17 });
  });
  test("Lao PDR has its 2 of 2023 and its 1 of 2024, without samples", async () => {
    const found = await rows(
      `select p.code, count(*)::int as n, count(*) filter (where a.is_sample)::int as sample
       from plan_entries e join activities a on a.id = e.activity_id join work_plans w on w.id = e.work_plan_id
       join periods p on p.id = w.period_id join entry_parties t on t.entry_id = e.id and t.role in ('proponent', 'co_proponent')
       join member_states s on s.id = t.member_state_id
       where s.code = 'LA' and e.counted = 'yes' and p.code in ('CYCLE-2023', 'CYCLE-2024') group by p.code order by p.code`,
    );
    expect(found).toEqual([
      { code: "CYCLE-2023", n: 2, sample: 0 },
      { code: "CYCLE-2024", n: 1, sample: 0 },
    ]);
  });
  test("2021, 2022 and 2025 have data for charts, and no official number", async () => {
    const found = await rows(
      `select p.code, count(*)::int as n, array_agg(distinct e.counted) as counted
       from plan_entries e join activities a on a.id = e.activity_id and a.is_sample join work_plans w on w.id = e.work_plan_id
       join periods p on p.id = w.period_id where p.code in ('CYCLE-2021', 'CYCLE-2022', 'CYCLE-2025') group by p.code order by 1`,
    );
    expect(found).toEqual([
      { code: "CYCLE-2021", n: 8, counted: ["unknown"] },
      { code: "CYCLE-2022", n: 9, counted: ["unknown"] },
      { code: "CYCLE-2025", n: 10, counted: ["unknown"] },
    ]);
  });
});

test("exactly the states that are members at the beginning of a year take part in it", async () => {
  const found = await rows(
    `select left(p.code, 5) as kind, p.starts_on, array_agg(distinct s.code order by s.code) as states,
            (select array_agg(m.code order by m.code) from member_states m where m.joined_on <= p.starts_on) as members
     from plan_entries e join activities a on a.id = e.activity_id and a.is_sample join work_plans w on w.id = e.work_plan_id
     join periods p on p.id = w.period_id join entry_states t on t.entry_id = e.id join member_states s on s.id = t.member_state_id
     group by p.id order by p.starts_on`,
  );
  expect(found).toHaveLength(6);
  for (const year of found) expect(year.states).toEqual(year.members);
  expect(found.map((year) => year.states.includes("TL"))).toEqual([false, false, false, false, false, true]);
});

test("all known outcomes have an activity", async () => {
  const [found] = await rows(
    `select count(*)::int as missing from outcomes o where not exists
       (select from activity_outcomes x join activities a on a.id = x.activity_id and a.is_sample where x.outcome_id = o.id)`,
  );
  expect(found.missing).toBe(0);
});

test("the history follows the rules: valid status changes, matching progress, versions without gaps", async () => {
  const versions = await rows(
    `select v.entry_id, v.version, v.valid_from, v.valid_to, v.snapshot->'entry' as entry, e.version as last
     from entry_versions v join plan_entries e on e.id = v.entry_id join activities a on a.id = e.activity_id and a.is_sample
     order by v.entry_id, v.version`,
  );
  expect(versions.length).toBeGreaterThan(200);
  for (const [index, row] of versions.entries()) {
    const status: Status | null = row.entry.status;
    if (status) expect(isProgressOf(status, row.entry.progress), JSON.stringify(row.entry)).toBe(true);
    expect(row.entry.version).toBe(row.version);
    const next = versions[index + 1];
    if (next?.entry_id !== row.entry_id) {
      expect([row.version, row.valid_to]).toEqual([row.last, null]);
      continue;
    }
    expect(next.version).toBe(row.version + 1);
    expect(row.valid_to).toEqual(next.valid_from);
    if (status) expect(isStatusStep(status, next.entry.status)).toBe(true);
  }
});

test("the last report equals the present state", async () => {
  const found = await rows(
    `select a.code from plan_entries e join activities a on a.id = e.activity_id and a.is_sample
     left join lateral (select * from updates u where u.entry_id = e.id and u.member_state_id is null
       order by u.reported_on desc, u.id desc limit 1) u on true
     where (u.reported_on, u.status, u.schedule, u.progress) is distinct from
       (e.last_reported_on, case when u.id is not null then e.status end, case when u.id is not null then e.schedule end,
        case when u.id is not null then e.progress end)`,
  );
  expect(found).toEqual([]);
});

test("real entries get no sample data: no status, no update", async () => {
  const [found] = await rows(
    `select count(*) filter (where e.status is not null)::int as status,
            (select count(*)::int from updates u join plan_entries x on x.id = u.entry_id
               join activities b on b.id = x.activity_id where not b.is_sample) as updates
     from plan_entries e join activities a on a.id = e.activity_id where not a.is_sample`,
  );
  expect(found).toEqual({ status: 0, updates: 0 });
});

test("activities, updates and accounts are marked as samples, accounts also by their names", async () => {
  const people = await rows("select email, name, role, is_sample, password_hash from users order by id");
  expect(people.map((one) => one.email.split("@")[0])).toEqual([
    "admin",
    "manager",
    "officer",
    "focal.la",
    "focal.th",
    "viewer",
  ]);
  for (const one of people) expect(one).toMatchObject({ is_sample: true, name: expect.stringMatching(/^Sample /) });
  for (const one of people) expect(one.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const [found] = await rows("select count(*)::int as n from updates where not is_sample");
  expect(found.n).toBe(0);
});

test("a second call changes nothing", async () => {
  const state = () => rows("select (select count(*) from plan_entries) as e, (select max(seq) from audit_log) as a");
  const before = await state();
  await seedSample(database.db, {});
  expect(await state()).toEqual(before);
});
