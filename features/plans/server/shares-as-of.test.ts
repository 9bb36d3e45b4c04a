import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { partners } from "@/db/schema/bodies";
import { entryParties, entryStates } from "@/db/schema/entry-parts";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { getExpected } from "@/features/overview/server/get-expected";
import { getPartner } from "@/features/partners/server/get-partner";
import { outstandingReports } from "@/features/reports/documents/outstanding-reports/document";
import type { Context } from "@/server/context";
import { lookBack } from "@/server/past/as-of";
import { everyRole, stateId } from "@/server/testing";
import { addOngoing, planOf } from "@/server/testing-entries";
import { statesAddress } from "../address";
import { listStateShares } from "./list-state-shares";

let database: TestDatabase;
let roles: Awaited<ReturnType<typeof everyRole>>;
let planId: number;
let entryId: number;
let partnerId: number;

/**
 * An entry of Lao PDR with Thailand, funded by Canada. Thailand reported once, after the day of the
 * test.
 */
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  roles = await everyRole(db, "LA");
  planId = await planOf(db, 2024);
  entryId = await addOngoing(db, { year: 2024, proponent: "LA", participants: ["TH"] });
  const [canada] = await db.select({ id: partners.id }).from(partners).where(eq(partners.code, "CA"));
  partnerId = canada?.id ?? 0;
  await db.insert(entryParties).values({ entryId, role: "funder", partnerId });
  await record("2024-01-10");
  const thai = and(eq(entryStates.entryId, entryId), eq(entryStates.memberStateId, await stateId(db, "TH")));
  await db.update(entryStates).set({ status: "ongoing", lastReportedOn: "2024-12-10" }).where(thai);
  await record("2024-12-10");
});
afterAll(() => database.drop());

async function record(day: string): Promise<void> {
  const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };
  await database.db.transaction((tx) => appendEntryVersion(tx, entryId, { ...note, effectiveAt: effectiveAt(day) }));
}

const past = (context: Context) => lookBack(context, { day: "2024-06-30", meeting: null });
const query = statesAddress.read(new URLSearchParams());

describe("shares on a past day", () => {
  it("are read from the versions of that day, are silent as of that day, and have no form", async () => {
    const now = await listStateShares(roles.officer, { planId, query });
    const then = await listStateShares(await past(roles.officer), { planId, query });
    const thai = ({ states, cells }: typeof now) => {
      const state = states.find(({ code }) => code === "TH");
      return cells.find((cell) => cell.entryId === entryId && cell.stateId === state?.id);
    };
    expect(thai(now)).toMatchObject({ status: "ongoing", lastReportedOn: "2024-12-10", can: { report: true } });
    expect(thai(then)).toMatchObject({ status: null, lastReportedOn: null, isSilent: true, can: { report: false } });
    expect(then.day <= "2024-06-30").toBe(true);
  });

  it("appear as of that day in the report of silent shares and on the partner's page; nothing is expected", async () => {
    const asked = { id: planId, state: "TH", lang: "en", label: "internal" } as const;
    const rowsOf = async (context: Context) => (await outstandingReports.build(context, asked)).chosen.rows;
    expect(await rowsOf(await past(roles.officer))).toBe(1);
    expect(await rowsOf(roles.officer)).toBe(0);
    const page = await getPartner(await past(roles.officer), { partnerId });
    expect(page.present.map(({ id }) => id)).toEqual([entryId]);
    expect(page.can.write).toBe(false);
    expect((await getPartner(roles.officer, { partnerId })).past.map(({ id }) => id)).toEqual([entryId]);
    expect(await getExpected(await past(roles.focal), {})).toBeNull();
    expect(await getExpected(roles.focal, {})).not.toBeNull();
  });
});
