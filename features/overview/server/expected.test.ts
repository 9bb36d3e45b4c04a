import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies } from "@/db/schema/bodies";
import { entryStates } from "@/db/schema/entry-parts";
import { agendaEntries, agendaItems, meetings } from "@/db/schema/meetings";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { activitiesAddress } from "@/features/activities/list-address";
import { listActivities } from "@/features/activities/server/list-activities";
import { reportProgress } from "@/features/activities/server/report-progress";
import { reportState } from "@/features/activities/server/report-state";
import type { Context } from "@/server/context";
import { contextOf, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing, planOf } from "@/server/testing-entries";
import { getExpected } from "./get-expected";

let database: TestDatabase;
let roles: Awaited<ReturnType<typeof everyRole>>;
let thai: Context;
/**
 * Silent entries: of Lao PDR with Thailand; of Thailand with Lao PDR; of Lao PDR in a closed plan.
 */
let ours: number;
let theirs: number;
let over: number;

const year = 2022;

beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  roles = await everyRole(db, "LA");
  thai = await contextOf(db, "focal", "TH");
  ours = await addOngoing(db, { year, proponent: "LA", participants: ["TH"], lastReportedOn: "2021-09-01" });
  theirs = await addOngoing(db, { year, proponent: "TH", participants: ["LA"], lastReportedOn: "2021-08-01" });
  over = await addOngoing(db, { year: 2021, proponent: "LA", participants: ["TH"], lastReportedOn: "2020-01-01" });
  await addOngoing(db, { year, proponent: "LA", lastReportedOn: "2022-01-20" });
  await addEntry(db, { year, stage: "submitted", proponent: "LA", participants: ["TH"] });
  for (const entryId of [ours, theirs]) await reportedLongAgo(entryId, entryId === ours ? "TH" : "LA");
  await db
    .update(workPlans)
    .set({ state: "closed" })
    .where(eq(workPlans.id, await planOf(db, 2021)));
});
afterAll(() => database.drop());

async function reportedLongAgo(entryId: number, code: string): Promise<void> {
  const key = and(eq(entryStates.entryId, entryId), eq(entryStates.memberStateId, await stateId(database.db, code)));
  await database.db.update(entryStates).set({ lastReportedOn: "2021-07-01" }).where(key);
}

const expectedOf = async (context: Context) => {
  const expected = await getExpected(context, {});
  if (!expected) throw new Error("nothing is expected of this person");
  return expected;
};
const ids = (lines: readonly { id: number }[]) => lines.map(({ id }) => id);

describe("what is expected of a focal point", () => {
  it("is null for other roles", async () => {
    for (const role of ["admin", "manager", "officer", "viewer"] as const) {
      expect(await getExpected(roles[role], {}), role).toBeNull();
    }
  });

  it("is an update of each silent entry of its state, and a report of each silent share", async () => {
    const laos = await expectedOf(roles.focal);
    expect(laos.state.code).toBe("LA");
    expect(ids(laos.entries)).toContain(ours);
    expect(ids(laos.entries)).not.toContain(theirs);
    expect(ids(laos.shares)).toEqual([theirs]);
    expect(laos.shares[0]).toMatchObject({ lastReportedOn: "2021-07-01", total: 1 });
    const thailand = await expectedOf(thai);
    expect(ids(thailand.entries)).toEqual([theirs]);
    expect(ids(thailand.shares)).toEqual([ours]);
  });

  it("contains the entries that the list calls silent, except those of closed plans", async () => {
    const laos = await expectedOf(roles.focal);
    const { rows } = await listActivities(
      roles.focal,
      activitiesAddress.read(new URLSearchParams("owner=LA&signal=silent")),
    );
    expect(ids(rows)).toContain(over);
    expect(ids(laos.entries)).not.toContain(over);
    expect(ids(laos.entries).sort()).toEqual(
      ids(rows)
        .filter((id) => id !== over)
        .sort(),
    );
    const all = new URLSearchParams(`owner=LA&signal=silent&plan=${laos.entryPlans.join(",")}`);
    expect(ids((await listActivities(roles.focal, activitiesAddress.read(all))).rows).sort()).toEqual(
      ids(laos.entries).sort(),
    );
    expect(laos.entries[0]?.total).toBe(laos.entries.length);
    expect(laos.byPlan).toMatchObject([{ id: await planOf(database.db, year), count: 1 }]);
  });

  it("lists coming meetings with the number of the state's entries on the agenda", async () => {
    const { db } = database;
    const [body] = await db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, "JWG"));
    const soon = {
      firstOn: "2099-01-10",
      firstPrecision: "exact",
      lastOn: "2099-01-11",
      lastPrecision: "exact",
    } as const;
    const common = { bodyId: body?.id ?? 0, titleEn: "Joint Working Group", state: "planned" } as const;
    const [meeting] = await db
      .insert(meetings)
      .values({ ...common, ...soon, code: "JWG-2099" })
      .returning();
    await db.insert(meetings).values({ ...common, ...soon, code: "JWG-2098", state: "closed" });
    const [item] = await db
      .insert(agendaItems)
      .values({ meetingId: meeting?.id ?? 0, position: 1, titleEn: "Progress" })
      .returning();
    for (const entryId of [ours, theirs]) await db.insert(agendaEntries).values({ itemId: item?.id ?? 0, entryId });
    const laos = await expectedOf(roles.focal);
    expect(laos.meetings.map(({ code }) => code)).toContain("JWG-2099");
    expect(laos.meetings.map(({ code }) => code)).not.toContain("JWG-2098");
    expect(laos.meetings.find(({ code }) => code === "JWG-2099")?.onAgenda).toBe(1);
  });

  it("no longer contains entries and shares that have been reported", async () => {
    const before = await expectedOf(roles.focal);
    const report = { status: "ongoing", schedule: "on_track", progress: 50, textEn: "Went on" } as const;
    await reportProgress(roles.focal, { entryId: ours, version: 1, ...report });
    const memberStateId = await stateId(database.db, "LA");
    await reportState(roles.focal, { entryId: theirs, memberStateId, version: 1, status: "ongoing", note: "Sent" });
    const after = await expectedOf(roles.focal);
    expect(ids(after.entries)).toEqual(ids(before.entries).filter((id) => id !== ours));
    expect(after.shares).toEqual([]);
  });
});
