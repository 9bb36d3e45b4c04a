import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activities } from "@/db/schema/activities";
import { memberStates } from "@/db/schema/member-states";
import { planEntries } from "@/db/schema/plan-entries";
import { seedSample } from "@/db/seed/sample/index";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { type Context, systemContext } from "@/server/context";
import { activitiesAddress } from "../list-address";
import { exportActivities } from "./export-activities";
import type { ListedActivity } from "./lib/select";
import { listActivities } from "./list-activities";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await seedSample(database.db, {});
});
afterAll(() => database.drop());

async function as(role: Role, stateCode?: string): Promise<Context> {
  const [state] = stateCode
    ? await database.db.select().from(memberStates).where(eq(memberStates.code, stateCode))
    : [null];
  const actor = { userId: 1, name: role, role, memberStateId: state?.id ?? null, isSample: false };
  return { ...systemContext(database.db), actor };
}

async function exported(context: Context, address: string): Promise<ListedActivity[]> {
  const rows: ListedActivity[] = [];
  const count = await exportActivities(context, { query: query(address), take: (some) => rows.push(...some) });
  expect(rows).toHaveLength(count);
  return rows;
}

const query = (address: string) => activitiesAddress.read(new URLSearchParams(address));

/** All pages of the list, one after the other. */
async function allPages(context: Context, address: string): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const shown = await listActivities(context, query(`${address}&size=25&page=${page}`));
    ids.push(...shown.rows.map(({ id }) => id));
    pages = shown.pageCount;
  }
  return ids;
}

describe("the export", () => {
  test.each([
    "sort=status.desc,title.asc",
    "period=CYCLE-2023&sort=progress.desc",
    "q=ດິຈິຕອນ",
    "stage=approved&sample=no",
  ])("of %s contains all pages of the list in order, regardless of the page", async (address) => {
    const context = await as("officer");
    const rows = await exported(context, `${address}&page=2&size=25`);
    expect(rows.map(({ id }) => id)).toEqual(await allPages(context, address));
  });

  test.each([
    ["officer", undefined],
    ["viewer", undefined],
    ["focal", "LA"],
    ["focal", "TH"],
  ] as const)("for a %s %s contains exactly the rows that the list shows them", async (role, state) => {
    const context = await as(role, state);
    const rows = await exported(context, "");
    expect(rows.map(({ id }) => id)).toEqual(await allPages(context, ""));
    expect(rows.length).toBeGreaterThan(0);
  });

  test("differs between two focal points, and has no drafts and nothing confidential for a viewer", async () => {
    const codes = async (role: Role, state?: string) =>
      (await exported(await as(role, state), "period=CYCLE-2023")).map(({ code }) => code);
    expect(await codes("focal", "LA")).toContain("23-01");
    expect(await codes("focal", "TH")).not.toContain("23-01");
    const [hidden] = await database.db.select().from(activities).where(eq(activities.code, "23-12"));
    await database.db
      .update(planEntries)
      .set({ isConfidential: true })
      .where(eq(planEntries.activityId, hidden?.id ?? 0));
    expect(await codes("viewer")).not.toContain("23-12");
    expect(await codes("officer")).toContain("23-12");
  });

  test("reads many batches without repeating or losing a row", async () => {
    await database.pool.query(
      `with made as (
         insert into activities (code, title_en, original_locale)
         select 'batch-' || n, 'Batch ' || n, 'en' from generate_series(1, 1500) n returning id)
       insert into plan_entries (activity_id, work_plan_id, stage)
       select id, (select min(id) from work_plans), 'submitted' from made`,
    );
    const codes = (await exported(await as("officer"), "q=batch&sort=code.desc")).map(({ code }) => code);
    expect(codes).toEqual(Array.from({ length: 1500 }, (_, index) => `batch-${1500 - index}`));
  });

  test("is refused beyond 10,000 rows, with the limit", async () => {
    await database.pool.query(
      `with made as (
         insert into activities (code, title_en, original_locale)
         select 'many-' || n, 'Many ' || n, 'en' from generate_series(1, 10001) n returning id)
       insert into plan_entries (activity_id, work_plan_id, stage)
       select id, (select min(id) from work_plans), 'submitted' from made`,
    );
    await expect(exported(await as("officer"), "")).rejects.toMatchObject({
      code: "REPORT_TOO_LARGE",
      params: { max: 10_000 },
    });
  });
});
