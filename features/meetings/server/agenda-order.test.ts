import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agendaItems } from "@/db/schema/meetings";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { addMeeting } from "../testing";
import { copyAgenda } from "./copy-agenda";
import { getMeeting } from "./get-meeting";
import { moveAgendaItem } from "./move-agenda-item";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const titles = async (meetingId: number) =>
  (await getMeeting(roles.officer, { meetingId })).agenda.map(({ titleEn }) => titleEn);

describe("the order of an agenda", () => {
  it("changes by one place, and not beyond the ends", async () => {
    const { meetingId, first, second } = await addMeeting(database.db, "ATRC");
    await database.db.insert(agendaItems).values({ meetingId, position: 2, titleEn: "Point 3" });
    expect(await titles(meetingId)).toEqual(["Point 1", "Point 2", "Point 3"]);
    await moveAgendaItem(roles.officer, { itemId: second, to: "up" });
    expect(await titles(meetingId)).toEqual(["Point 2", "Point 1", "Point 3"]);
    await moveAgendaItem(roles.officer, { itemId: first, to: "down" });
    expect(await titles(meetingId)).toEqual(["Point 2", "Point 3", "Point 1"]);
    const rows = await countAudit(database.db);
    await moveAgendaItem(roles.officer, { itemId: first, to: "down" });
    await moveAgendaItem(roles.officer, { itemId: second, to: "up" });
    expect(await titles(meetingId)).toEqual(["Point 2", "Point 3", "Point 1"]);
    expect(await countAudit(database.db)).toBe(rows);
    const items = database.db.select({ at: agendaItems.position }).from(agendaItems);
    const positions = await items.where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position));
    expect(positions.map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  it("is the desk's, and fixed once the meeting is closed", async () => {
    const { first } = await addMeeting(database.db, "ATRC");
    for (const role of ["focal", "viewer"] as const)
      await expect(moveAgendaItem(roles[role], { itemId: first, to: "down" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    const over = await addMeeting(database.db, "ATRC", { state: "closed" });
    await expect(moveAgendaItem(roles.officer, { itemId: over.first, to: "down" })).rejects.toMatchObject({
      code: "MEETING_CLOSED",
    });
  });
});

describe("the agenda of the last meeting of the series", () => {
  it("is copied to a meeting that has none, with its titles only", async () => {
    await addMeeting(database.db, "RETREAT", { lastOn: "2024-02-02", state: "closed" });
    const later = await addMeeting(database.db, "RETREAT", { lastOn: "2025-02-02", state: "closed" });
    await database.db.update(agendaItems).set({ titleEn: "Of 2025" }).where(eq(agendaItems.id, later.second));
    const { meetingId } = await addMeeting(database.db, "RETREAT", { lastOn: "2026-02-02" });
    await expect(copyAgenda(roles.officer, { meetingId })).rejects.toMatchObject({ code: "AGENDA_NOT_EMPTY" });
    await database.db.delete(agendaItems).where(eq(agendaItems.meetingId, meetingId));
    expect((await getMeeting(roles.officer, { meetingId })).copiesFrom).toMatchObject({ id: later.meetingId });
    await expect(copyAgenda(roles.viewer, { meetingId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await copyAgenda(roles.officer, { meetingId });
    expect(await titles(meetingId)).toEqual(["Point 1", "Of 2025"]);
    expect((await getMeeting(roles.officer, { meetingId })).copiesFrom).toBeNull();
  });

  it("is none for the first of a series", async () => {
    const { meetingId } = await addMeeting(database.db, "ASEC", { lastOn: "1990-01-01" });
    await database.db.delete(agendaItems).where(eq(agendaItems.meetingId, meetingId));
    await expect(copyAgenda(roles.officer, { meetingId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
