import { afterAll, beforeAll, expect, it } from "vitest";
import { partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { activitiesAddress } from "@/features/activities/list-address";
import { listActivities } from "@/features/activities/server/list-activities";
import { getPartner } from "@/features/partners/server/get-partner";
import { listPartners } from "@/features/partners/server/list-partners";
import { everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("a partner has the same number of activities in the list of partners, on its page and in the list linked from the page", async () => {
  const { db } = database;
  const roles = await everyRole(db, "LA");
  for (const [index, { id: partnerId }] of (await db.select().from(partners)).entries()) {
    const entryId = await addOngoing(db, { year: 2023, proponent: index % 2 === 0 ? "LA" : "TH" });
    await db.insert(entryParties).values({ entryId, role: "funder", partnerId });
  }
  for (const role of ["officer", "focal", "viewer"] as const) {
    const context = roles[role];
    for (const { id, code, entries } of await listPartners(context, {})) {
      const { total } = await getPartner(context, { partnerId: id });
      const query = activitiesAddress.read(new URLSearchParams({ partner: code }));
      const listed = (await listActivities(context, query)).totals.total;
      expect([role, code, total, listed]).toEqual([role, code, entries, entries]);
    }
  }
});
