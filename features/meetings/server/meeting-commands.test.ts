import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bodies, partners } from "@/db/schema/bodies";
import { agendaEntries, meetings } from "@/db/schema/meetings";
import { periods } from "@/db/schema/periods";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { BodyCode } from "@/domain/lifecycle";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";
import { addAgendaItem } from "./add-agenda-item";
import { closeMeeting } from "./close-meeting";
import { createMeeting } from "./create-meeting";
import { editMeeting } from "./edit-meeting";
import { getMeeting } from "./get-meeting";
import { openMeeting } from "./open-meeting";
import { previewClosing } from "./preview-closing";
import { putOnAgenda } from "./put-on-agenda";
import { recordDecision } from "./record-decision";
import { removeAgendaItem } from "./remove-agenda-item";
import { takeOffAgenda } from "./take-off-agenda";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

async function bodyId(code: BodyCode): Promise<number> {
  const [body] = await database.db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, code));
  return body?.id ?? 0;
}

async function cycleId(year: number): Promise<number> {
  const [cycle] = await database.db
    .select({ id: periods.id })
    .from(periods)
    .where(eq(periods.code, `CYCLE-${year}`));
  return cycle?.id ?? 0;
}

async function stored(id: number) {
  const [meeting] = await database.db.select().from(meetings).where(eq(meetings.id, id));
  return meeting;
}

type Edited = Parameters<typeof editMeeting>[1];
const days = { firstOn: "2024-01-30", lastOn: "2024-02-02" };

async function newMeeting(body: BodyCode, rest: object = {}): Promise<number> {
  const input = { bodyId: await bodyId(body), titleEn: "A meeting", cycleId: await cycleId(2024), ...days, ...rest };
  return (await createMeeting(roles.officer, input)).meetingId;
}

describe("a meeting", () => {
  it("has a code by its series", async () => {
    const [china] = await database.db.select({ id: partners.id }).from(partners).where(eq(partners.code, "CN"));
    const codes = [
      await newMeeting("ADGMIN", { ordinal: 17 }),
      await newMeeting("JWG"),
      await newMeeting("JWG"),
      await newMeeting("RETREAT", { ordinal: 3 }),
      await newMeeting("PARTNER", { partnerId: china?.id }),
    ].map(async (id) => (await stored(id))?.code);
    expect(await Promise.all(codes)).toEqual(["ADGMIN-17", "JWG-2024", "JWG-2024-2", "RETREAT-2024-3", "CN-2024"]);
  });

  it.each([
    ["a ministers' meeting without its number", "ADGMIN", {}, "ordinal", "REQUIRED"],
    ["a number that is taken", "ADGMIN", { ordinal: 3 }, "ordinal", "NUMBER_TAKEN"],
    ["a partner meeting without a partner", "PARTNER", {}, "partnerId", "REQUIRED"],
    ["an end before the start", "JWG", { lastOn: "2024-01-01" }, "lastOn", "END_BEFORE_START"],
    ["an unknown cycle", "JWG", { cycleId: 999_999 }, "cycleId", "UNKNOWN_CHOICE"],
  ] as const)("%s is refused at its field", async (_name, body, fields, field, code) => {
    await expect(newMeeting(body, fields)).rejects.toMatchObject({
      fields: [expect.objectContaining({ field, code })],
    });
  });

  it("without days has unknown days", async () => {
    const id = await newMeeting("JWG", { firstOn: "", lastOn: "", lastPrecision: "week" });
    expect(await stored(id)).toMatchObject({ firstOn: null, firstPrecision: "unknown", lastPrecision: "unknown" });
  });

  it("with a first day only ends on that day: it can be closed, and its last day moves with the first", async () => {
    const meetingId = await newMeeting("JWG", { lastOn: "", cycleId: "" });
    const expected = { firstOn: days.firstOn, lastOn: days.firstOn, lastPrecision: "exact" };
    expect(await stored(meetingId)).toMatchObject({ ...expected, code: expect.stringMatching(/^JWG-2024/) });
    const { fields } = await getMeeting(roles.officer, { meetingId });
    expect(fields).toMatchObject({ firstOn: days.firstOn, lastOn: "" });
    await editMeeting(roles.officer, { ...fields, meetingId, firstOn: "2024-02-05" } as Edited);
    expect(await stored(meetingId)).toMatchObject({ firstOn: "2024-02-05", lastOn: "2024-02-05" });
    await openMeeting(roles.manager, { meetingId, version: 2 });
    await closeMeeting(roles.manager, { meetingId, version: 3 });
    expect(await stored(meetingId)).toMatchObject({ state: "closed" });
  });

  it("of a month lasts to the end of the month, also with a known first day, and saving it unchanged changes nothing", async () => {
    const meetingId = await newMeeting("JWG", { firstOn: "2024-12-10", lastOn: "2024-12-01", lastPrecision: "month" });
    const expected = { firstOn: "2024-12-10", lastOn: "2024-12-31", lastPrecision: "month", version: 1 };
    expect(await stored(meetingId)).toMatchObject(expected);
    const { fields } = await getMeeting(roles.officer, { meetingId });
    expect(await editMeeting(roles.officer, { ...fields, meetingId } as Edited)).toEqual({ meetingId, moved: 0 });
    expect(await stored(meetingId)).toMatchObject(expected);
  });

  it("of a week known from a source retains its days when other fields are edited", async () => {
    const [known] = await database.db.select().from(meetings).where(eq(meetings.code, "ADGSOM-4"));
    const meetingId = known?.id ?? 0;
    const { fields } = await getMeeting(roles.officer, { meetingId });
    await editMeeting(roles.officer, { ...fields, meetingId, placeEn: "Singapore, in a hall" } as Edited);
    const { firstOn, lastOn, lastPrecision } = known ?? {};
    expect(await stored(meetingId)).toMatchObject({ firstOn, lastOn, lastPrecision, placeEn: "Singapore, in a hall" });
    const again = { ...fields, meetingId, version: 2, firstOn: "2024-02-03", firstPrecision: "exact" };
    await expect(editMeeting(roles.officer, again as Edited)).rejects.toMatchObject({
      fields: [{ field: "lastOn", code: "END_BEFORE_START" }],
    });
  });

  it("is planned, opened and closed in this order, by a head of division", async () => {
    const meetingId = await newMeeting("JWG");
    await expect(closeMeeting(roles.manager, { meetingId, version: 1 })).rejects.toMatchObject({
      code: "MEETING_NOT_OPEN",
    });
    await expect(openMeeting(roles.officer, { meetingId, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await openMeeting(roles.manager, { meetingId, version: 1 });
    await expect(openMeeting(roles.manager, { meetingId, version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    await closeMeeting(roles.manager, { meetingId, version: 2 });
    expect(await stored(meetingId)).toMatchObject({ state: "closed", version: 3 });
    await expect(openMeeting(roles.manager, { meetingId, version: 3 })).rejects.toMatchObject({
      code: "MEETING_CLOSED",
    });
  });

  it("with decisions cannot change its last day; the second of two edits is refused with the current fields", async () => {
    const meetingId = await newMeeting("JWG");
    await openMeeting(roles.manager, { meetingId, version: 1 });
    const entryId = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    await recordDecision(roles.manager, {
      entryId,
      version: 1,
      meetingId,
      verbPrinted: "considered",
      outcome: "considered",
    });
    const { review } = await previewClosing(roles.manager, { meetingId });
    await closeMeeting(roles.manager, { meetingId, version: 2, review });
    const fields = { meetingId, version: 3, titleEn: "A meeting", cycleId: await cycleId(2024), ...days };
    await expect(editMeeting(roles.officer, { ...fields, lastOn: "2024-02-03" })).rejects.toMatchObject({
      fields: [{ field: "lastOn", code: "MEETING_HAS_DECISIONS" }],
    });
    await editMeeting(roles.officer, { ...fields, placeEn: "Singapore" });
    await expect(editMeeting(roles.admin, { ...fields, placeEn: "Bangkok" })).rejects.toMatchObject({
      code: "CONFLICT",
      current: expect.objectContaining({ placeEn: "Singapore", version: "4" }),
    });
  });
});

describe("an agenda", () => {
  it("accepts one or many entries, each once, and lets them be removed", async () => {
    const meetingId = await newMeeting("JWG");
    const { itemId } = await addAgendaItem(roles.officer, { meetingId, no: "4", titleLo: "ຂໍ້ສະເໜີ" });
    await expect(addAgendaItem(roles.officer, { meetingId, no: "4", titleEn: "Again" })).rejects.toMatchObject({
      fields: [{ field: "no", code: "NUMBER_TAKEN" }],
    });
    const ids = [await addEntry(database.db), await addEntry(database.db), await addEntry(database.db)];
    const [first = 0] = ids;
    expect(await putOnAgenda(roles.officer, { itemId, entryIds: [first] })).toMatchObject({ put: 1 });
    expect(await putOnAgenda(roles.officer, { itemId, entryIds: ids })).toMatchObject({ put: 2 });
    const rows = await countAudit(database.db);
    expect(await putOnAgenda(roles.officer, { itemId, entryIds: ids })).toMatchObject({ put: 0 });
    expect(await countAudit(database.db)).toBe(rows);
    await takeOffAgenda(roles.officer, { itemId, entryId: first });
    await expect(takeOffAgenda(roles.officer, { itemId, entryId: first })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await database.db.$count(agendaEntries, eq(agendaEntries.itemId, itemId))).toBe(2);
    await expect(putOnAgenda(roles.officer, { itemId, entryIds: [999_999] })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("retains items with decisions, and does not change after the meeting is closed", async () => {
    const meetingId = await newMeeting("JWG");
    const { itemId } = await addAgendaItem(roles.officer, { meetingId, no: "4", titleEn: "Proposals" });
    await openMeeting(roles.manager, { meetingId, version: 1 });
    const entryId = await addEntry(database.db, { stage: "submitted", proponent: "LA" });
    const decision = { entryId, version: 1, meetingId, verbPrinted: "considered", outcome: "considered" as const };
    await recordDecision(roles.manager, { ...decision, agendaItemId: itemId });
    const onItem = and(eq(agendaEntries.itemId, itemId), eq(agendaEntries.entryId, entryId));
    expect(await database.db.$count(agendaEntries, onItem)).toBe(1);
    await expect(takeOffAgenda(roles.officer, { itemId, entryId })).rejects.toMatchObject({
      code: "MEETING_HAS_DECISIONS",
    });
    await expect(removeAgendaItem(roles.officer, { itemId })).rejects.toMatchObject({ code: "MEETING_HAS_DECISIONS" });
    const spare = await addAgendaItem(roles.officer, { meetingId, no: "5", titleEn: "Other" });
    await removeAgendaItem(roles.officer, { itemId: spare.itemId });
    const { review } = await previewClosing(roles.manager, { meetingId });
    await closeMeeting(roles.manager, { meetingId, version: 2, review });
    const late = { meetingId, no: "6", titleEn: "Late" };
    await expect(addAgendaItem(roles.officer, late)).rejects.toMatchObject({ code: "MEETING_CLOSED" });
    const again = putOnAgenda(roles.officer, { itemId, entryIds: [entryId] });
    await expect(again).rejects.toMatchObject({ code: "MEETING_CLOSED" });
    await expect(removeAgendaItem(roles.officer, { itemId })).rejects.toMatchObject({ code: "MEETING_CLOSED" });
  });

  it("can be changed by the desk only", async () => {
    const rows = await countAudit(database.db);
    const denied = [
      createMeeting,
      editMeeting,
      openMeeting,
      closeMeeting,
      addAgendaItem,
      removeAgendaItem,
      putOnAgenda,
      takeOffAgenda,
    ];
    for (const command of denied) {
      for (const role of ["focal", "viewer"] as const) {
        const act = (command as (context: Context, input: unknown) => Promise<unknown>)(roles[role], {});
        await expect(act).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
    expect(await countAudit(database.db)).toBe(rows);
  });
});
