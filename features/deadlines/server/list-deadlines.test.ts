import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, everyRole } from "@/server/testing";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { type DeadlinesQuery, deadlinesAddress } from "../address";
import { addMeeting } from "../testing";
import { addDeadline } from "./add-deadline";
import { listDeadlines } from "./list-deadlines";
import { markDeadline } from "./mark-deadline";

let database: TestDatabase;
let by: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

/** Lists one year. Each test uses a different year without reference data. */
const list = (context: Context, year: number, search = "") => {
  const query: DeadlinesQuery = deadlinesAddress.read(new URLSearchParams(search));
  return listDeadlines(context, { query: { ...query, from: `${year}-01-01`, to: `${year}-12-31` } });
};
const keysOf = ({ rows }: Awaited<ReturnType<typeof list>>) => rows.map(({ key }) => key);
const onDay = (fixedOn: string) => ({ titleEn: "Papers", anchor: "day", fixedOn }) as const;

it("contains deadlines, meetings and rules, sorted by day", async () => {
  const meetingId = await addMeeting(database.db, { firstOn: "2041-05-10", lastOn: "2041-05-12" });
  const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2041-03-31", fund: "aictf" });
  const { deadlineId } = await addDeadline(by.officer, { entryId, ...onDay("2041-04-01") });
  const page = await list(by.viewer, 2041);
  expect(page.rows.map(({ key, dueOn, isPlanned }) => [key, dueOn, isPlanned])).toEqual([
    [`milestone-${deadlineId}`, "2041-04-01", false],
    [`financial_report-${entryId}`, "2041-04-30", true],
    [`meeting-${meetingId}`, "2041-05-10", false],
    [`completion_report-${entryId}`, "2041-05-30", true],
  ]);
  expect(page).toMatchObject({ total: 4, from: 1, to: 4, pageCount: 1 });
  expect(keysOf(await list(by.viewer, 2041, "sort=day.desc"))).toEqual(keysOf(page).reverse());
  expect(keysOf(await list(by.viewer, 2041, "kind=meeting"))).toEqual([`meeting-${meetingId}`]);
});

it("contains what the reader may see; meetings are visible to everyone", async () => {
  const meetingId = await addMeeting(database.db, { firstOn: "2042-05-10", lastOn: "2042-05-12" });
  const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2042-03-31", isConfidential: true });
  const open = await addOngoing(database.db, { proponent: "LA" });
  await addDeadline(by.officer, { entryId, ...onDay("2042-04-01") });
  const { deadlineId } = await addDeadline(by.officer, { entryId: open, ...onDay("2042-04-02") });
  expect((await list(by.officer, 2042)).total).toBe(4);
  for (const role of ["focal", "viewer"] as const)
    expect(keysOf(await list(by[role], 2042))).toEqual([`milestone-${deadlineId}`, `meeting-${meetingId}`]);
  expect(keysOf(await list(thai, 2042))).toEqual([`meeting-${meetingId}`]);
});

it("leaves out done deadlines unless they are requested, and cancelled work always", async () => {
  const [entryId, dropped] = [await addOngoing(database.db), await addOngoing(database.db)];
  const { deadlineId } = await addDeadline(by.officer, { entryId, ...onDay("2043-04-01") });
  await addDeadline(by.officer, { entryId: dropped, ...onDay("2043-04-01") });
  await database.db.update(planEntries).set({ status: "cancelled" }).where(eq(planEntries.id, dropped));
  expect(keysOf(await list(by.viewer, 2043))).toEqual([`milestone-${deadlineId}`]);
  await markDeadline(by.officer, { deadlineId, version: 1, done: "yes" });
  expect((await list(by.viewer, 2043)).rows).toEqual([]);
  expect(keysOf(await list(by.viewer, 2043, "state=done"))).toEqual([`milestone-${deadlineId}`]);
});

it("marks late deadlines, and takes a report among the evidence as met", async () => {
  const ended = { actualEndOn: "2019-03-31", plannedEndOn: "2019-03-31", status: "implemented" } as const;
  const [late, met] = [await addOngoing(database.db, ended), await addOngoing(database.db, ended)];
  await database.db.insert(storedFiles).values({ sha256: "a".repeat(64), size: 1, content: Buffer.from("a") });
  const file = { kind: "report", fileName: "a.txt", mediaType: "text/plain", sha256: "a".repeat(64), size: 1 } as const;
  await database.db.insert(evidence).values({ entryId: met, ...file, addedByName: "Somebody" });
  expect(keysOf(await list(by.viewer, 2019, "state=late"))).toEqual([`completion_report-${late}`]);
  expect(keysOf(await list(by.viewer, 2019, "state=done&kind=completion_report"))).toEqual([
    `completion_report-${met}`,
  ]);
});

it("requires the share to be disbursed by the end of February after the cycle", async () => {
  const entryId = await addOngoing(database.db, { year: 2023, fund: "ASEAN ICT Fund", budgetApprovedUsd: "100.00" });
  const rows = (await list(by.viewer, 2024, "kind=disbursement")).rows;
  const asked = { key: `disbursement-${entryId}`, dueOn: "2024-02-29", state: "late" };
  expect(rows).toContainEqual(expect.objectContaining(asked));
});

it("finds what is due among many past deadlines, in the requested order", async () => {
  const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2046-06-30" });
  const over = await addOngoing(database.db);
  await database.db.insert(milestones).values(
    Array.from({ length: 1_200 }, () => ({
      entryId: over,
      titleEn: "Over",
      anchor: "day" as const,
      fixedOn: "2046-01-15",
      dueOn: "2046-01-15",
      doneOn: "2046-01-15",
    })),
  );
  const { deadlineId } = await addDeadline(by.officer, { entryId, ...onDay("2046-11-01"), titleEn: "A late zebra" });
  const both = [`completion_report-${entryId}`, `milestone-${deadlineId}`];
  expect(keysOf(await list(by.viewer, 2046))).toEqual(both);
  expect((await list(by.viewer, 2046, "state=done")).total).toBe(1_200);
  // "A late zebra" before "Completion report". In Lao the rule has a Lao label, which sorts first.
  expect(keysOf(await list(by.viewer, 2046, "sort=title.asc"))).toEqual([...both].reverse());
  expect(keysOf(await list({ ...by.viewer, locale: "lo" }, 2046, "sort=title.asc"))).toHaveLength(2);
});

it("requires nothing twice of work carried into a later plan, and nothing of work that has not ended as planned", async () => {
  const [old, planned] = [
    await addOngoing(database.db, { year: 2023, plannedEndOn: "2045-03-31" }),
    await addOngoing(database.db, { year: 2023, plannedEndOn: "2018-03-31" }),
  ];
  const next = await addEntry(database.db, { year: 2024, plannedEndOn: "2045-06-30", carriedFromId: old });
  // A draft does not take over the rules, because it has not been approved.
  expect(keysOf(await list(by.viewer, 2045))).toEqual([`completion_report-${old}`]);
  await database.db.update(planEntries).set({ stage: "approved", status: "ongoing" }).where(eq(planEntries.id, next));
  expect(keysOf(await list(by.viewer, 2045))).toEqual([`completion_report-${next}`]);
  expect(keysOf(await list(by.viewer, 2018))).not.toContain(`completion_report-${planned}`);
});

it("has pages, and refuses one beyond the last", async () => {
  const entryId = await addOngoing(database.db);
  for (let day = 10; day < 22; day += 1)
    for (let month = 1; month < 6; month += 1)
      await addDeadline(by.officer, { entryId, ...onDay(`2044-0${month}-${day}`) });
  const [first, second] = [await list(by.viewer, 2044), await list(by.viewer, 2044, "page=2")];
  expect([first.rows.length, second.rows.length, second.from, second.total]).toEqual([50, 10, 51, 60]);
  expect(new Set([...keysOf(first), ...keysOf(second)]).size).toBe(60);
  await expect(list(by.viewer, 2044, "page=3")).rejects.toMatchObject({ code: "NOT_FOUND" });
});
