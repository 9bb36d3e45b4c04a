import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { activities } from "@/db/schema/activities";
import { decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { sources } from "@/db/schema/sources";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { decidedLines } from "../decided-schema";
import { planOf } from "../testing";
import { enterDecided } from "./enter-decided";
import { getEntry } from "./get-entry";

let database: TestDatabase;
let roles: Record<Role, Context>;
let meetingId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  const [held] = await database.db.select().from(meetings).where(eq(meetings.code, "ADGMIN-3"));
  meetingId = held?.id ?? 0;
});
afterAll(() => database.drop());

const wish = async (titles: string, more: object = {}) => ({
  planId: await planOf(database.db, 2023),
  titles,
  meetingId,
  verbPrinted: "approved",
  outcome: "approved" as const,
  kind: "other" as const,
  counted: "yes" as const,
  ...more,
});
const idOf = async (code: string) => {
  const [row] = await database.db
    .select({ id: planEntries.id })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(eq(activities.code, code));
  return row?.id ?? 0;
};
const refusal = (field: string, code: string) => ({ fields: [expect.objectContaining({ field, code })] });

it("reads a column or two of a sheet", () => {
  expect(decidedLines("A study\tla\n\n  ການສຶກສາ | TH \nPlain")).toEqual([
    { titleEn: "A study", titleLo: null, stateCode: "LA" },
    { titleEn: null, titleLo: "ການສຶກສາ", stateCode: "TH" },
    { titleEn: "Plain", titleLo: null, stateCode: null },
  ]);
});

it("enters eleven decided activities in one act, in the plan as of the meeting's day", async () => {
  const titles = Array.from({ length: 11 }, (_, index) => `Decided activity ${index + 1}\tSG`).join("\n");
  const rows = await countAudit(database.db);
  const more = { reference: "para. 7", sourceTitle: "Joint Media Statement", sourceOn: "2023-02-10" };
  const { codes } = await enterDecided(roles.manager, await wish(titles, more));
  expect(codes).toHaveLength(11);
  expect(await countAudit(database.db)).toBe(rows + 11);
  const page = await getEntry(roles.manager, { entryId: await idOf(codes[0] ?? "") });
  expect(page.entry).toMatchObject({ stage: "approved", status: "not_started", counted: "yes", wasApproved: true });
  expect(page.decisions).toMatchObject([{ verbPrinted: "approved", reference: "para. 7", stageTo: "approved" }]);
  expect(page.parties).toMatchObject([{ role: "proponent", code: "SG" }]);
  const [decision] = await database.db.select().from(decisions).where(eq(decisions.entryId, page.entry.id));
  const [source] = await database.db
    .select()
    .from(sources)
    .where(eq(sources.id, decision?.sourceId ?? 0));
  expect(source).toMatchObject({ title: "Joint Media Statement", publishedOn: "2023-02-10" });
});

it("enters nothing if a line or the meeting is wrong, and says which", async () => {
  const before = await database.db.$count(activities);
  const enter = async (titles: string, more: object = {}) => enterDecided(roles.manager, await wish(titles, more));
  await expect(enter("One\nTwo\tXX")).rejects.toMatchObject(refusal("titles", "STATE_UNKNOWN"));
  await expect(enter("One\none")).rejects.toMatchObject(refusal("titles", "TITLE_REPEATED"));
  await expect(enter(" \n ")).rejects.toMatchObject(refusal("titles", "REQUIRED"));
  await expect(enter("x\n".repeat(101))).rejects.toMatchObject(refusal("titles", "TOO_LARGE"));
  const [planned] = await database.db.select().from(meetings).where(eq(meetings.state, "planned")).limit(1);
  if (planned)
    await expect(enter("One", { meetingId: planned.id })).rejects.toMatchObject(
      refusal("meetingId", "MEETING_NOT_CLOSED"),
    );
  await expect(enter("One", { meetingId: 999_999 })).rejects.toMatchObject(refusal("meetingId", "UNKNOWN_CHOICE"));
  expect(await database.db.$count(activities)).toBe(before);
});

it("is for heads alone", async () => {
  for (const role of ["officer", "focal", "viewer"] as const)
    await expect(enterDecided(roles[role], await wish("One"))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
