import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { addEntry, addOngoing } from "@/features/activities/testing";
import type { Context } from "@/server/context";
import { everyRole } from "@/server/testing";
import { getMyDesk } from "./get-my-desk";

let database: TestDatabase;
let roles: Record<Role, Context>;
let ids: Record<"late" | "silent" | "fresh" | "foreign" | "ended" | "proposal", number>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  await database.db.update(planEntries).set({ stage: "submitted", status: null, schedule: null, progress: null });
  const ours = (wish: object = {}) => addOngoing(database.db, { proponent: "LA", year: 2026, ...wish });
  ids = {
    fresh: await ours({ lastReportedOn: "2026-11-28" }),
    silent: await ours({ lastReportedOn: "2026-03-01" }),
    late: await ours({ lastReportedOn: "2026-11-20" }),
    foreign: await addOngoing(database.db, { proponent: "TH", year: 2026 }),
    ended: await ours(),
    proposal: await addEntry(database.db, { stage: "submitted", proponent: "LA", year: 2026 }),
  };
  await database.db.update(planEntries).set({ plannedEndOn: "2026-06-30" }).where(eq(planEntries.id, ids.late));
  const over = { status: "completed", schedule: null, progress: 100 } as const;
  await database.db.update(planEntries).set(over).where(eq(planEntries.id, ids.ended));
});
afterAll(() => database.drop());

const on = (role: Role): Context => ({ ...roles[role], now: new Date("2026-12-01T03:00:00Z") });

it("has the running work of the own state, late work first, then the longest without an update", async () => {
  for (const role of ["officer", "manager", "focal"] as const) {
    const { lines, canReport } = await getMyDesk(on(role), {});
    expect(lines.map(({ id }) => id)).toEqual([ids.late, ids.silent, ids.fresh]);
    expect(canReport).toBe(true);
  }
});

it("says why each is there", async () => {
  const { lines } = await getMyDesk(on("officer"), {});
  expect(lines.map(({ isLate, isSilent }) => [isLate, isSilent])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
  expect(lines[2]?.waitingDays).toBe(3);
});

it("offers a viewer no act", async () => {
  expect((await getMyDesk(on("viewer"), {})).canReport).toBe(false);
});
