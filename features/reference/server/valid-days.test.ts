import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bodies, partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { meetings } from "@/db/schema/meetings";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { listFormChoices } from "@/features/activities/server/list-form-choices";
import { listFunds } from "@/features/activities/server/list-funds";
import { createMeeting } from "@/features/meetings/server/create-meeting";
import { getMeeting } from "@/features/meetings/server/get-meeting";
import { listMeetingChoices } from "@/features/meetings/server/list-meeting-choices";
import { listPartners } from "@/features/partners/server/list-partners";
import { listPlanChoices } from "@/features/plans/server/list-plan-choices";
import { type Context, today } from "@/server/context";
import { lookBack } from "@/server/past/as-of";
import { contextOf } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { addReference } from "./add-reference";
import { editReference } from "./edit-reference";
import { getReference } from "./get-reference";
import { renameReference } from "./rename-reference";

let database: TestDatabase;
let manager: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  manager = { ...(await contextOf(database.db, "manager")), now: new Date("2026-11-22T03:00:00Z") };
});
afterAll(() => database.drop());

async function partnerId(code: string): Promise<number> {
  const [row] = await database.db.select({ id: partners.id }).from(partners).where(eq(partners.code, code));
  return row?.id ?? 0;
}
/** The row ended the day before today. */
async function end(id: number): Promise<void> {
  const { fields } = await getReference(manager, { table: "partners", id });
  await editReference(manager, { ...fields, table: "partners", id, validTo: "2026-11-21" });
}

it("a name is that of the day which one looks back at, wherever it is printed", async () => {
  const { db } = database;
  const [met] = await db.select().from(meetings).where(eq(meetings.code, "ADGMIN-3"));
  const meetingId = met?.id ?? 0;
  const japan = await partnerId("JP");
  const rename = (table: "bodies" | "partners", id: number, nameEn: string) =>
    renameReference(manager, { table, id, version: 1, nameEn, from: "2026-02-01" });
  const names = async (context: Context) => [
    (await getMeeting(context, { meetingId })).body.en,
    (await listPartners(context, {})).find(({ id }) => id === japan)?.en,
  ];
  const on = (day: string) => lookBack(manager, { day, meeting: null });
  // A day that was made ready before the name changed shows the change as well.
  const first = await on("2026-01-31");
  expect(await names(first)).toEqual(["ASEAN Digital Ministers’ Meeting", "Japan"]);
  await rename("bodies", met?.bodyId ?? 0, "Digital Ministers");
  await rename("partners", japan, "Japan (new)");
  expect(await names(await on("2026-01-31"))).toEqual(["ASEAN Digital Ministers’ Meeting", "Japan"]);
  expect(await names(await on("2026-02-01"))).toEqual(["Digital Ministers", "Japan (new)"]);
  expect(await names(manager)).toEqual(["Digital Ministers", "Japan (new)"]);
});

it("what has ended is offered no more, except to the entry that has it", async () => {
  const id = await partnerId("IN");
  const entryId = await addOngoing(database.db, { proponent: "LA" });
  await database.db.insert(entryParties).values({ entryId, role: "funder", partnerId: id });
  await end(id);
  const offered = async (offeredTo: number | null) =>
    (await listFormChoices(manager, { offeredTo })).partners.some((partner) => partner.id === id);
  expect(await offered(0)).toBe(false);
  expect(await offered(entryId)).toBe(true);
  expect(await offered(null)).toBe(true);
  expect((await listMeetingChoices(manager, {})).partners.some((partner) => partner.id === id)).toBe(false);
  expect((await listPlanChoices(manager, {})).partners.some((partner) => partner.id === id)).toBe(false);
});

it("a fund is offered where one is typed, in both languages, until it ends", async () => {
  expect(today(manager)).toBe("2026-11-22");
  const fund = { table: "funds" as const, code: "JAIF", nameEn: "Integration Fund", nameLo: "ກອງທຶນ" };
  await addReference(manager, { ...fund, validTo: "2026-11-22" });
  await addReference(manager, { ...fund, code: "OLD", nameEn: "Old Fund", nameLo: "", validTo: "2026-11-21" });
  expect(await listFunds(manager, {})).toEqual(["Integration Fund", "ກອງທຶນ"]);
});

it("a new body has its own series of meetings, with the powers of the body that it acts as", async () => {
  const body = { table: "bodies" as const, code: "WG-AI", actsAs: "JWG", nameEn: "Working Group on AI" };
  const { id } = await addReference(manager, body);
  expect((await listMeetingChoices(manager, {})).bodies.some((one) => one.id === id)).toBe(true);
  const { meetingId } = await createMeeting(manager, {
    bodyId: String(id),
    titleEn: "First meeting on AI",
    firstOn: "2026-12-01",
    lastOn: "2026-12-01",
  });
  expect((await getMeeting(manager, { meetingId })).meeting.code).toBe("WG-AI-2026");
  expect(await database.db.$count(bodies, eq(bodies.actsAs, "JWG"))).toBe(2);
});
