import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditHash } from "@/db/audit-chain";
import { auditLog } from "@/db/schema/audit-log";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { recordVersion } from "@/server/entries/record-version";
import { everyRole } from "@/server/testing";
import { addOngoing, planOf } from "../testing";
import { changeProgress } from "./change-progress";
import { editActivity } from "./edit-activity";
import { getEditForm } from "./get-edit-form";
import { reportProgress } from "./report-progress";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.map((result) => (result.status === "fulfilled" ? "saved" : String(result.reason.code))).sort();

/** Fields of the edit form as a browser would send them. */
async function formOf(entryId: number) {
  const { values } = await getEditForm(roles.officer, { entryId });
  const { outcomeIds, coProponentStateIds, implementingStateIds, participantStateIds, funderPartnerIds, ...rest } =
    values;
  return { ...rest, entryId } as unknown as Parameters<typeof editActivity>[1];
}

/** The number of statements of this database that wait for a lock. */
async function waitingForLocks(): Promise<number> {
  const { rows } = await database.pool.query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}

describe("concurrent commands", () => {
  it("record one report if the same form is sent ten times", async () => {
    const entryId = await addOngoing(database.db, { proponent: "LA" });
    const send = () =>
      reportProgress(roles.officer, { entryId, version: 1, status: "ongoing", schedule: "on_track", progress: "70" });
    const codes = codesOf(await Promise.allSettled(Array.from({ length: 10 }, send)));
    expect(codes).toEqual([...Array.from({ length: 9 }, () => "CONFLICT"), "saved"]);
    expect(await database.db.$count(updates, eq(updates.entryId, entryId))).toBe(1);
  });

  it("leave a gapless sequence of versions for each entry of an edited activity", async () => {
    const first = await addOngoing(database.db, { proponent: "LA" });
    const [row] = await database.db.select().from(planEntries).where(eq(planEntries.id, first));
    const [made] = await database.db
      .insert(planEntries)
      .values({
        activityId: row?.activityId ?? 0,
        workPlanId: await planOf(database.db, 2024),
        stage: "approved",
        status: "ongoing",
        schedule: "on_track",
        progress: 10,
      })
      .returning({ id: planEntries.id });
    const second = made?.id ?? 0;
    await changeProgress(roles.manager, { rows: [`${second}:1`], progress: "20" });
    const form = await formOf(first);
    const edited = await database.db.transaction(async (tx) => {
      await tx.update(planEntries).set({ progress: 30, version: 3 }).where(eq(planEntries.id, second));
      await recordVersion(tx, roles.manager, second, { change: "entry.progress" });
      const edit = editActivity(roles.officer, { ...form, titleEn: "A new title" });
      await vi.waitFor(async () => expect(await waitingForLocks()).toBe(1), 5_000);
      return { edit };
    });
    expect(await edited.edit).toEqual({ clearanceFell: false });
    const versions = await database.db
      .select()
      .from(entryVersions)
      .where(eq(entryVersions.entryId, second))
      .orderBy(asc(entryVersions.id));
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(versions.map(({ validTo }) => validTo === null)).toEqual([false, false, true]);
    expect(versions.at(-1)?.snapshot).toMatchObject({ entry: { progress: 30 }, activity: { titleEn: "A new title" } });
  });

  it("leave an audit chain in which every hash is valid", async () => {
    const ids = await Promise.all(Array.from({ length: 24 }, () => addOngoing(database.db, { proponent: "LA" })));
    await Promise.all(
      ids.map((id, index) =>
        changeProgress(roles.officer, {
          rows: [`${id}:1`],
          progress: String(41 + index),
          schedule: "delayed",
          scheduleReason: 'ລໍຖ້າຂໍ້ມູນ \u2028 "1e3"',
        }),
      ),
    );
    const rows = await database.db.select().from(auditLog).orderBy(asc(auditLog.seq));
    expect(rows.length).toBeGreaterThanOrEqual(24);
    let previous = "0".repeat(64);
    rows.forEach(({ hash, ...row }, index) => {
      expect(row).toMatchObject({ seq: index + 1, previousHash: previous });
      expect(auditHash(row)).toBe(hash);
      previous = hash;
    });
  });
});
