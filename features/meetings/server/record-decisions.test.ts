import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { decisions } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Stage } from "@/domain/lifecycle";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { addMeeting } from "../testing";
import { recordDecisions } from "./record-decisions";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const entry = (stage: Stage = "submitted") => addEntry(database.db, { stage, proponent: "LA" });
const said = { verbPrinted: "endorsed", outcome: "endorsed", textEn: "The Meeting endorsed it." } as const;
const recorded = (meetingId: number) =>
  database.db.select().from(decisions).where(eq(decisions.meetingId, meetingId)).orderBy(decisions.entryId);

it("fifteen entries get the same decision in one act, each with its audit row and its own words", async () => {
  const { meetingId, first } = await addMeeting(database.db, "ADGSOM");
  const ids: number[] = [];
  for (let count = 0; count < 15; count += 1) ids.push(await entry());
  const rows = ids.map((id) => `${first}:${id}:1`);
  const own = [{ entryId: ids[3], textEn: "Endorsed with a remark." }];
  const before = await countAudit(database.db);
  expect(await recordDecisions(roles.manager, { meetingId, rows, ...said, own })).toEqual({ meetingId, count: 15 });
  expect(await countAudit(database.db)).toBe(before + 15);
  const all = await recorded(meetingId);
  expect(
    all.map(({ entryId, outcome, appliedAt, agendaItemId }) => [entryId, outcome, appliedAt, agendaItemId]),
  ).toEqual(ids.map((id) => [id, "endorsed", null, first]));
  expect(all.map(({ textEn }) => textEn).filter((text) => text !== said.textEn)).toEqual(["Endorsed with a remark."]);
  const [audit] = await database.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1);
  expect(audit).toMatchObject({ action: "decision.recordMany", subject: "plan_entries", after: { isPending: true } });
  const [row] = await database.db
    .select()
    .from(planEntries)
    .where(eq(planEntries.id, ids[0] ?? 0));
  expect(row?.stage).toBe("submitted");
});

it("is all or none, and names each refused row", async () => {
  const { meetingId, first } = await addMeeting(database.db, "ADGSOM");
  const [good, draft, stale] = [await entry(), await entry("draft"), await entry()];
  const rows = [`${first}:${good}:1`, `${first}:${draft}:1`, `${first}:${stale}:7`];
  const before = await countAudit(database.db);
  await expect(recordDecisions(roles.manager, { meetingId, rows, ...said })).rejects.toMatchObject({
    code: "ROWS_REFUSED",
    params: { count: 2 },
    fields: [
      { field: `row.${draft}`, code: "STAGE_STEP_REFUSED" },
      { field: `row.${stale}`, code: "CONFLICT" },
    ],
  });
  expect(await recorded(meetingId)).toEqual([]);
  expect(await countAudit(database.db)).toBe(before);
  await recordDecisions(roles.manager, { meetingId, rows: [`${first}:${good}:1`], ...said });
  await expect(
    recordDecisions(roles.manager, { meetingId, rows: [`${first}:${good}:1`], ...said }),
  ).rejects.toMatchObject({ fields: [{ field: `row.${good}`, code: "DECISION_ALREADY_WAITS" }] });
});

it("is a head's, of an open meeting, and of rows that were chosen", async () => {
  const { meetingId, first } = await addMeeting(database.db, "ADGSOM");
  const over = await addMeeting(database.db, "ADGSOM", { state: "closed" });
  const id = await entry();
  const rows = [`${first}:${id}:1`];
  for (const role of ["officer", "focal", "viewer"] as const)
    await expect(recordDecisions(roles[role], { meetingId, rows, ...said })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  await expect(
    recordDecisions(roles.manager, { meetingId: over.meetingId, rows: [`${over.first}:${id}:1`], ...said }),
  ).rejects.toMatchObject({ fields: [{ field: "meetingId", code: "MEETING_NOT_OPEN" }] });
  await expect(recordDecisions(roles.manager, { meetingId, rows: [], ...said })).rejects.toMatchObject({
    fields: [{ field: "rows", code: "REQUIRED" }],
  });
  const twice = [...rows, ...rows];
  await expect(recordDecisions(roles.manager, { meetingId, rows: twice, ...said })).rejects.toMatchObject({
    fields: [{ field: "rows" }],
  });
  const none = and(eq(decisions.meetingId, meetingId), eq(decisions.entryId, id));
  expect(await database.db.$count(decisions, none)).toBe(0);
});
