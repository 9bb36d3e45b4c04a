import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { type Context, today } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { activitiesAddress } from "../list-address";
import { addEntry, addOngoing } from "../testing";
import { changeProgress } from "./change-progress";
import { listActivities } from "./list-activities";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const entryOf = async (id: number) => (await database.db.select().from(planEntries).where(eq(planEntries.id, id)))[0];
const updatesOf = (id: number) =>
  database.db.select().from(updates).where(eq(updates.entryId, id)).orderBy(desc(updates.id));
const five = () => Promise.all([1, 2, 3, 4, 5].map(() => addOngoing(database.db, { proponent: "LA" })));
const seen = (ids: readonly number[]) => ids.map((id) => `${id}:1`);

it("is an update of each row: dated, with author and words, in list, history and silence", async () => {
  const ids = await five();
  // The period of these entries began long ago, so that nobody reported of them for very long.
  const silent = async () => {
    const list = await listActivities(
      roles.officer,
      activitiesAddress.read(new URLSearchParams("signal=silent&size=100")),
    );
    return list.rows.filter(({ id }) => ids.includes(id)).length;
  };
  expect(await silent()).toBe(5);
  const change = {
    rows: seen(ids),
    status: "ongoing",
    progress: "20",
    text: "All five have begun.",
    locale: "en" as const,
  };
  expect(await changeProgress(roles.officer, change)).toMatchObject({ changed: 5 });
  for (const id of ids) {
    expect(await entryOf(id)).toMatchObject({ progress: 20, version: 2, lastReportedOn: today(roles.officer) });
    expect(await updatesOf(id)).toMatchObject([
      {
        reportedOn: today(roles.officer),
        status: "ongoing",
        schedule: "on_track",
        progress: 20,
        textEn: "All five have begun.",
        authorName: roles.officer.actor.name,
      },
    ]);
  }
  expect(await silent()).toBe(0);
});

it("counts where nothing differs, as a confirmation", async () => {
  const id = await addOngoing(database.db, { proponent: "LA" });
  expect(await changeProgress(roles.officer, { rows: seen([id]), progress: "40" })).toMatchObject({ changed: 1 });
  expect(await updatesOf(id)).toHaveLength(1);
  expect(await entryOf(id)).toMatchObject({ version: 2, lastReportedOn: today(roles.officer) });
});

it("takes effect on the day that is given, which is not ahead", async () => {
  const id = await addOngoing(database.db, { proponent: "LA" });
  await changeProgress(roles.officer, { rows: seen([id]), progress: "60", reportedOn: "2026-02-03" });
  expect(await updatesOf(id)).toMatchObject([{ reportedOn: "2026-02-03" }]);
  const [version] = await database.db.select().from(entryVersions).where(eq(entryVersions.entryId, id));
  expect(version?.validFrom.toISOString()).toBe("2026-02-03T05:00:00.000Z");
  const ahead = changeProgress(roles.officer, { rows: [`${id}:2`], progress: "70", reportedOn: "2099-01-01" });
  await expect(ahead).rejects.toMatchObject({ fields: [{ field: "reportedOn", code: "DAY_AHEAD" }] });
});

it("has a text or a reason of a row's own instead of the common one", async () => {
  const [one, two] = await five();
  if (one === undefined || two === undefined) throw new Error("too few entries");
  await changeProgress(roles.officer, {
    rows: seen([one, two]),
    schedule: "delayed",
    scheduleReason: "No expert yet",
    text: "ຍັງບໍ່ທັນມີຊ່ຽວຊານ",
    locale: "lo",
    own: [{ entryId: two, text: "ລໍຖ້າຄູ່ຮ່ວມມື", reason: "Partner is late" }],
  });
  expect(await updatesOf(one)).toMatchObject([
    { scheduleReason: "No expert yet", textLo: "ຍັງບໍ່ທັນມີຊ່ຽວຊານ", textEn: null },
  ]);
  expect(await updatesOf(two)).toMatchObject([{ scheduleReason: "Partner is late", textLo: "ລໍຖ້າຄູ່ຮ່ວມມື" }]);
});

it("changes all rows or none, and says of each refused row why", async () => {
  const [good, stale, proposal] = [
    await addOngoing(database.db, { proponent: "LA" }),
    await addOngoing(database.db, { proponent: "LA" }),
    await addEntry(database.db, { stage: "considered", proponent: "LA" }),
  ];
  await changeProgress(roles.officer, { rows: seen([stale]), progress: "50" });
  const rows = await countAudit(database.db);
  const attempt = changeProgress(roles.officer, { rows: seen([good, stale, proposal]), schedule: "at_risk" });
  const row = (id: number, code: string) => expect.objectContaining({ field: `row.${id}`, code });
  await expect(attempt).rejects.toMatchObject({
    code: "ROWS_REFUSED",
    params: { count: 3 },
    fields: [row(good, "REASON_REQUIRED"), row(stale, "CONFLICT"), row(proposal, "STATUS_NEEDS_APPROVAL")],
  });
  expect(await entryOf(good)).toMatchObject({ version: 1, schedule: "on_track" });
  expect(await updatesOf(good)).toEqual([]);
  expect(await countAudit(database.db)).toBe(rows);
});

it("refuses a single row at its own fields", async () => {
  const id = await addOngoing(database.db, { proponent: "LA" });
  const attempt = changeProgress(roles.officer, { rows: seen([id]), schedule: "at_risk" });
  await expect(attempt).rejects.toMatchObject({ fields: [{ field: "scheduleReason", code: "REASON_REQUIRED" }] });
});

it("refuses a change that says nothing", async () => {
  const id = await addOngoing(database.db, { proponent: "LA" });
  const attempt = changeProgress(roles.officer, { rows: seen([id]), scheduleReason: "why" });
  await expect(attempt).rejects.toMatchObject({ fields: [{ field: "status", code: "NOTHING_TO_SAVE" }] });
});

it("names everything that completing misses at once, and sets 100 % and no schedule", async () => {
  const id = await addEntry(database.db, {
    stage: "approved",
    status: "not_started",
    schedule: "on_track",
    progress: 0,
    proponent: "LA",
  });
  const attempt = changeProgress(roles.officer, { rows: seen([id]), status: "completed", progress: "70" });
  await expect(attempt).rejects.toMatchObject({
    fields: [
      { field: "status", code: "STATUS_STEP_REFUSED" },
      { field: "progress", code: "PROGRESS_STATUS_MISMATCH" },
      { field: "status", code: "REPORT_EVIDENCE_NEEDED" },
    ],
  });
  const dropped = await addOngoing(database.db, { proponent: "LA" });
  await changeProgress(roles.officer, { rows: seen([dropped]), status: "cancelled" });
  expect(await entryOf(dropped)).toMatchObject({ status: "cancelled", schedule: null, progress: 40 });
  expect(await updatesOf(dropped)).toMatchObject([{ status: "cancelled", schedule: null }]);
});

it("changes nothing if one of the rows is another state's, and is closed to viewers", async () => {
  const own = await addOngoing(database.db, { proponent: "LA" });
  const part = await addOngoing(database.db, { proponent: "TH", participants: ["LA"] });
  const attempt = changeProgress(roles.focal, { rows: seen([own, part]), progress: "90" });
  await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await entryOf(own)).toMatchObject({ progress: 40, version: 1 });
  const viewing = changeProgress(roles.viewer, { rows: seen([own]), progress: "90" });
  await expect(viewing).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("has an audit row for each entry, with its update", async () => {
  const id = await addOngoing(database.db, { proponent: "LA" });
  await changeProgress(roles.officer, { rows: seen([id]), progress: "45" });
  const [update] = await updatesOf(id);
  const where = and(eq(auditLog.subject, "plan_entries"), eq(auditLog.subjectId, id));
  expect(await database.db.select().from(auditLog).where(where)).toMatchObject([
    { action: "entry.progress", before: { progress: 40 }, after: { progress: 45, updateId: update?.id } },
  ]);
});
