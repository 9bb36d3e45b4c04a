import { and, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stateId } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { appendEntryVersion, effectiveAt } from "../entry-versions";
import { activities } from "../schema/activities";
import { concepts } from "../schema/concepts";
import { entryParties, entryStates } from "../schema/entry-parts";
import { milestoneMoves, milestones } from "../schema/milestones";
import { planEntries } from "../schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "../testing";
import { dropPasts, ensurePast, pastSchema } from "./ensure-past";
import { storedTables } from "./stored";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const dayOf = (number: number) => new Date(Date.UTC(2040, 0, 1 + number)).toISOString().slice(0, 10);
const note = (day: string) => ({
  ...{ change: "test", recordedAt: effectiveAt(day), recordedBy: null, recordedByName: "Test" },
  effectiveAt: effectiveAt(day),
});

const days = Array.from({ length: 30 }, (_, number) => dayOf(number));

/** Which entry and which change, two times a day. */
const anyChoices = fc.noBias(
  fc.array(fc.tuple(fc.nat(999), fc.nat(999)), { minLength: 2 * days.length, maxLength: 2 * days.length }),
);
const anyOrder = fc.shuffledSubarray(days, { minLength: days.length });

type Act = (tx: Parameters<Parameters<TestDatabase["db"]["transaction"]>[0]>[0], id: number) => Promise<unknown>;

/** Everything that an entry's history holds, changed in one way or another. */
async function actsOf(): Promise<Act[]> {
  let changes = 0;
  const nextNumber = () => {
    changes += 1;
    return changes;
  };
  const [la, vn] = [await stateId(database.db, "LA"), await stateId(database.db, "VN")];
  const set = (values: Partial<typeof planEntries.$inferInsert>) => (tx: Parameters<Act>[0], id: number) =>
    tx.update(planEntries).set(values).where(eq(planEntries.id, id));
  return [
    set({ stage: "approved", status: "not_started", wasApproved: true }),
    set({ stage: "approved", status: "ongoing", progress: 40, budgetApprovedUsd: "1250.50" }),
    set({ plannedEndOn: "2041-03-31", fund: "ທຶນ 'ທົດສອບ' \\ %" }),
    set({ isConfidential: true, internalRemark: 'a "quoted"\nremark' }),
    (tx, id) =>
      tx.insert(entryParties).values({ entryId: id, role: "participant", memberStateId: la }).onConflictDoNothing(),
    (tx, id) => tx.insert(entryStates).values({ entryId: id, memberStateId: vn, note: "ເລີ່ມ" }).onConflictDoNothing(),
    (tx, id) => tx.delete(entryStates).where(and(eq(entryStates.entryId, id), eq(entryStates.memberStateId, vn))),
    (tx, id) =>
      tx
        .update(concepts)
        .set({ purpose: `Purpose ${nextNumber()}` })
        .where(eq(concepts.entryId, id)),
    (tx, id) =>
      tx
        .update(activities)
        .set({ titleLo: `ຊື່ ${nextNumber()}` })
        .where(sql`${activities.id} = (select activity_id from plan_entries where id = ${id})`),
  ];
}

/** A snapshot keeps instants as JavaScript does. */
function inMilliseconds(row: unknown): unknown {
  const instant = /"(\d{4}-\d\d-\d\dT[^"]+)"/g;
  return JSON.parse(JSON.stringify(row).replace(instant, (_, text: string) => `"${new Date(text).toISOString()}"`));
}

async function contentsOf(schema: string): Promise<Record<string, unknown>> {
  const tables = storedTables.map(async (table) => {
    const { rows } = await database.db.execute<{ row: unknown }>(
      sql.raw(
        `select to_jsonb(t) as row from ${schema}.${table} t order by (to_jsonb(t) - 'created_at' - 'updated_at')::text`,
      ),
    );
    return [table, rows.map(({ row }) => inMilliseconds(row))] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

/** Changes the register day by day. @returns its contents at the end of each day */
async function changeDaily(choices: readonly (readonly [number, number])[]) {
  const { db } = database;
  const acts = await actsOf();
  const entries: number[] = [];
  const seen = new Map<string, Record<string, unknown>>();
  for (const [number, day] of days.entries()) {
    if (number % 6 === 0) {
      const id = await addEntry(db, { stage: "draft", proponent: "TH", year: number % 12 === 0 ? 2023 : 2024 });
      await db.transaction((tx) => appendEntryVersion(tx, id, note(day)));
      entries.push(id);
    }
    for (const [entry, change] of choices.slice(2 * number, 2 * number + 2)) {
      const id = entries[entry % entries.length] ?? 0;
      await db.transaction(async (tx) => {
        await acts[change % acts.length]?.(tx, id);
        await appendEntryVersion(tx, id, note(day));
      });
    }
    if (number === 20) await removeEntry(entries.shift() ?? 0, day);
    seen.set(day, await contentsOf("public"));
  }
  return seen;
}

async function removeEntry(id: number, day: string): Promise<void> {
  await database.db.transaction(async (tx) => {
    await appendEntryVersion(tx, id, { ...note(day), isRemoval: true });
    await tx.delete(planEntries).where(eq(planEntries.id, id));
    await tx
      .delete(activities)
      .where(sql`not exists (select from plan_entries e where e.activity_id = ${activities.id})`);
  });
}

describe("the register of a past day", () => {
  it("is, for every day, what the register was when that day ended", async () => {
    const property = fc.asyncProperty(anyChoices, anyOrder, async (choices, order) => {
      const seen = await changeDaily(choices);
      for (const day of order) {
        await ensurePast(database.db, { day });
        const past = await contentsOf(pastSchema({ day }));
        for (const table of storedTables) expect(past[table], `${table} on ${day}`).toEqual(seen.get(day)?.[table]);
      }
    });
    // One history a run, on this file's database; a failure prints the seed that makes the same
    // one.
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
  });

  it("is filled anew when something is recorded that took effect before its end, and only then", async () => {
    const { db } = database;
    const id = await addEntry(db, { stage: "submitted" });
    const record = (day: string, values: Partial<typeof planEntries.$inferInsert>) =>
      db.transaction(async (tx) => {
        await tx.update(planEntries).set(values).where(eq(planEntries.id, id));
        await appendEntryVersion(tx, id, note(day));
      });
    const schemaOid = async () => {
      const { rows } = await db.execute(sql`select ${pastSchema({ day: "2050-06-30" })}::regnamespace::oid as oid`);
      return rows[0]?.oid;
    };
    const stageThen = async () => {
      await ensurePast(db, { day: "2050-06-30" });
      const { rows } = await db.execute(
        sql.raw(`select stage from ${pastSchema({ day: "2050-06-30" })}.plan_entries where id = ${id}`),
      );
      return rows[0]?.stage;
    };
    await record("2050-01-01", { stage: "submitted" });
    expect(await stageThen()).toBe("submitted");
    const first = await schemaOid();
    await record("2050-09-01", { stage: "approved" });
    expect(await stageThen()).toBe("submitted");
    expect(await schemaOid()).toBe(first);
    await record("2050-05-01", { stage: "considered" });
    expect(await stageThen()).toBe("considered");
    expect(await schemaOid()).not.toBe(first);
  });

  it("has deadlines on the day on which they stood then, with the moves until then, and not yet done", async () => {
    const { db } = database;
    const entryId = await addEntry(db, { stage: "submitted" });
    const [made] = await db
      .insert(milestones)
      .values({
        ...{ entryId, titleEn: "Papers", anchor: "entry_end", dueOn: "2052-05-05", doneOn: "2052-05-01" },
        createdAt: effectiveAt("2052-01-01"),
      })
      .returning({ id: milestones.id });
    const move = { milestoneId: made?.id ?? 0, cause: "entry" as const, movedByName: "Test" };
    await db.insert(milestoneMoves).values([
      { ...move, fromOn: "2052-03-03", toOn: "2052-04-04", movedAt: effectiveAt("2052-02-02") },
      { ...move, fromOn: "2052-04-04", toOn: "2052-05-05", movedAt: effectiveAt("2052-03-01") },
    ]);
    const dueThen = async (day: string) => {
      await ensurePast(db, { day });
      const { rows } = await db.execute(
        sql.raw(`select due_on::text, done_on,
          (select count(*)::int from ${pastSchema({ day })}.milestone_moves v where v.milestone_id = m.id) as moves
          from ${pastSchema({ day })}.milestones m where id = ${made?.id}`),
      );
      return rows;
    };
    expect(await dueThen("2051-12-31")).toEqual([]);
    expect(await dueThen("2052-01-02")).toEqual([{ due_on: "2052-03-03", done_on: null, moves: 0 }]);
    expect(await dueThen("2052-02-02")).toEqual([{ due_on: "2052-04-04", done_on: null, moves: 1 }]);
    expect(await dueThen("2052-03-01")).toMatchObject([{ due_on: "2052-05-05", done_on: null }]);
    expect((await dueThen("2052-05-01"))[0]?.done_on).not.toBeNull();
  });

  it("is filled once when many ask at once, and twelve days are kept", async () => {
    const { db } = database;
    await Promise.all(Array.from({ length: 8 }, () => ensurePast(db, { day: "2051-01-01" })));
    const { rows } = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from pg_namespace where nspname like 'as\\_of\\_%'`,
    );
    expect(rows[0]?.count).toBe(12);
  });

  it("goes before the tables change that it stands on", async () => {
    const client = await database.pool.connect();
    try {
      await dropPasts(client);
    } finally {
      client.release();
    }
    const { rows } = await database.db.execute(sql`select from pg_namespace where nspname like 'as\\_of\\_%'`);
    expect(rows).toEqual([]);
  });
});
