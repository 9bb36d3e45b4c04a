import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/calendar/[token]/route";
import { auditLog } from "@/db/schema/audit-log";
import { calendarFeeds, milestones } from "@/db/schema/milestones";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Role, roles } from "@/domain/roles";
import { catalogue } from "@/i18n/catalogue";
import { hashPassword } from "@/server/auth/passwords";
import type { Context } from "@/server/context";
import { enterRequestStore } from "@/server/request/request-store";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { actAsSite } from "@/server/testing-process";
import { addMeeting } from "../testing";
import { addDeadline } from "./add-deadline";
import { getFeed } from "./get-feed";
import { makeFeed } from "./make-feed";
import { revokeFeed } from "./revoke-feed";

let database: TestDatabase;
let by: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database, { APP_ORIGIN: "https://asean.example" });
  by = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

/** Requests the calendar as a calendar program does: by its address, without a session. */
async function fetched(path: string) {
  const token = path.replace("/calendar/", "");
  const answer = await GET(new Request(`https://asean.example${path}`), { params: Promise.resolve({ token }) });
  return { status: answer.status, headers: answer.headers, text: (await answer.text()).replaceAll("\r\n ", "") };
}

const present = "three green mangoes";
const hash = hashPassword(present);

async function givePassword({ actor }: Context): Promise<void> {
  const isTheirs = eq(users.id, actor.userId ?? 0);
  await database.db
    .update(users)
    .set({ passwordHash: await hash })
    .where(isTheirs);
}

/** Makes a calendar address as the page does, after giving the person a password. */
async function made(context: Context, locale: "en" | "lo" = "en"): Promise<string> {
  await givePassword(context);
  return (await makeFeed(context, { locale, present })).path;
}

const summaries = (text: string) => [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, words]) => words);
/** Fixed for the whole file, because midnight may pass while it runs. */
const begun = Date.now();
const soon = (days: number) => new Date(begun + days * 86_400_000).toISOString().slice(0, 10);

describe("a calendar", () => {
  it("is opened by its address only, which is stored as a hash and shown once", async () => {
    const path = await made(by.officer);
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/);
    const { status, headers, text } = await fetched(path);
    expect([status, headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    const rows = await database.db.select().from(calendarFeeds);
    expect(JSON.stringify(rows)).not.toContain(path.slice(10, 53));
    const log = await database.db.select().from(auditLog).where(eq(auditLog.action, "calendar.make"));
    expect(log).toMatchObject([{ actorId: by.officer.actor.userId, after: { locale: "en" } }]);
    expect(JSON.stringify(log)).not.toContain(path.slice(10, 53));
    expect(await getFeed(by.officer, {})).toMatchObject({ locale: "en" });
    expect(await getFeed(by.manager, {})).toBeNull();
  });

  it("is created only with the current password, and records when and from where it was last requested", async () => {
    const person = await contextOf(database.db, "viewer");
    await givePassword(person);
    const rows = await countAudit(database.db);
    const guessed = makeFeed(person, { locale: "en", present: "not it at all" });
    await expect(guessed).rejects.toMatchObject({ code: "PASSWORD_WRONG", fields: [{ field: "present" }] });
    const unproved = makeFeed(person, { locale: "en", present: "" });
    await expect(unproved).rejects.toMatchObject({ fields: [{ field: "present", code: "REQUIRED" }] });
    expect(await getFeed(person, {})).toBeNull();
    expect(await countAudit(database.db)).toBe(rows);
    const path = await made(person);
    enterRequestStore({ socket: { remoteAddress: "2001:db8::7" }, headers: {} } as unknown as Parameters<
      typeof enterRequestStore
    >[0]);
    expect((await fetched(path)).status).toBe(200);
    const userId = person.actor.userId ?? 0;
    const [feed] = await database.db.select().from(calendarFeeds).where(eq(calendarFeeds.userId, userId));
    expect(feed).toMatchObject({ lastUsedAt: expect.any(Date), lastUsedAddress: "2001:db8::7" });
  });

  it("contains meetings and deadlines as whole days, in its own language", async () => {
    const meetingId = await addMeeting(database.db, {
      titleEn: "Officials’ meeting; the next",
      titleLo: "ກອງປະຊຸມເຈົ້າໜ້າທີ່",
      firstOn: soon(40),
      lastOn: soon(42),
    });
    const entryId = await addOngoing(database.db, { proponent: "LA", titleEn: "A study", titleLo: "ການສຶກສາ" });
    const on = { entryId, titleEn: "Papers, all", titleLo: "ສົ່ງເອກະສານ", anchor: "meeting", meetingId } as const;
    const { deadlineId } = await addDeadline(by.officer, { ...on, days: 10 });
    const { text } = await fetched(await made(by.officer));
    const compact = (days: number) => soon(days).replaceAll("-", "");
    const meeting = text.slice(text.indexOf(`UID:meeting-${meetingId}@asean.example`));
    expect(meeting).toContain(`DTSTART;VALUE=DATE:${compact(40)}\r\nDTEND;VALUE=DATE:${compact(43)}\r\n`);
    expect(meeting).toContain("SUMMARY:Officials’ meeting\\; the next\r\n");
    const deadline = text.slice(text.indexOf(`UID:milestone-${deadlineId}@asean.example`));
    expect(deadline).toContain(`DTSTART;VALUE=DATE:${compact(30)}\r\nDTEND;VALUE=DATE:${compact(31)}\r\n`);
    expect(deadline).toContain(`URL:https://asean.example/deadlines/${deadlineId}\r\n`);
    const inLao = (await fetched(await made(by.officer, "lo"))).text;
    expect(inLao).toContain(`X-WR-CALNAME:${catalogue.lo.deadlines.calendar.name}\r\n`);
    // What is drawn has joiners in loan words.
    expect(inLao).not.toContain("\u2060");
    const lao = summaries(inLao);
    expect(lao).toContain("ກອງປະຊຸມເຈົ້າໜ້າທີ່");
    expect(lao.some((words) => words?.startsWith("ສົ່ງເອກະສານ"))).toBe(true);
  });

  it("keeps a meeting that is not held, and what is counted from it, as cancelled or postponed", async () => {
    const off = { stateReason: "A storm.", firstOn: soon(50), lastOn: soon(51), version: 4 } as const;
    const [gone, late] = [
      await addMeeting(database.db, { ...off, state: "cancelled", titleEn: "Gone" }),
      await addMeeting(database.db, { ...off, state: "postponed", titleEn: "Later" }),
    ];
    const of = { titleEn: "Papers of it", anchor: "meeting", days: 10 } as const;
    const [ofGone, ofLate] = [
      await addDeadline(by.officer, { ...of, meetingId: gone }),
      await addDeadline(by.officer, { ...of, meetingId: late }),
    ];
    const { text } = await fetched(await made(by.officer));
    const event = (uid: string) =>
      text.slice(text.indexOf(`UID:${uid}@`), text.indexOf("END:VEVENT", text.indexOf(`UID:${uid}@`)));
    expect(event(`meeting-${gone}`)).toMatch(/SEQUENCE:3\r\n[\s\S]*SUMMARY:Cancelled: Gone[\s\S]*STATUS:CANCELLED/);
    expect(event(`milestone-${ofGone.deadlineId}`)).toMatch(
      /SUMMARY:Its meeting is cancelled: [\s\S]*STATUS:CANCELLED/,
    );
    expect(event(`meeting-${late}`)).toMatch(/SUMMARY:Postponed: Later[\s\S]*STATUS:TENTATIVE/);
    expect(event(`milestone-${ofLate.deadlineId}`)).toMatch(
      /SUMMARY:Its meeting is postponed: [\s\S]*STATUS:TENTATIVE/,
    );
  });

  it("contains what its owner may see at the time, and nothing confidential", async () => {
    const due = { anchor: "day", fixedOn: soon(20) } as const;
    const ours = await addOngoing(database.db, { proponent: "LA" });
    const hidden = await addOngoing(database.db, { proponent: "LA", isConfidential: true, plannedEndOn: soon(30) });
    await addDeadline(by.officer, { entryId: ours, titleEn: "Of Lao PDR", ...due });
    await addDeadline(by.officer, { entryId: hidden, titleEn: "Secret paper", ...due });
    const holds = async (path: string) => {
      const { text } = await fetched(path);
      return {
        ours: text.includes("Of Lao PDR"),
        hidden: text.includes("Secret paper") || text.includes(`-${hidden}@`),
      };
    };
    for (const role of roles) expect(await holds(await made(by[role]))).toEqual({ ours: true, hidden: false });
    const path = await made(thai);
    expect(await holds(path)).toEqual({ ours: false, hidden: false });
    await database.db
      .update(users)
      .set({ role: "viewer", memberStateId: null })
      .where(eq(users.id, thai.actor.userId ?? 0));
    expect((await holds(path)).ours).toBe(true);
  });

  it("contains the days nearest to today and says if there are more; done deadlines take no room", async () => {
    const entryId = await addOngoing(database.db, { proponent: "LA" });
    const rows = (count: number, dueOn: string, doneOn: string | null) =>
      Array.from({ length: count }, () => ({
        entryId,
        titleEn: doneOn ? "Done" : "Far",
        anchor: "day" as const,
        fixedOn: dueOn,
        dueOn,
        doneOn,
      }));
    await database.db.insert(milestones).values(rows(2_100, soon(-9), soon(-10)));
    await addDeadline(by.officer, { entryId, titleEn: "Near", anchor: "day", fixedOn: soon(5) });
    const path = await made(by.officer);
    const before = (await fetched(path)).text;
    expect(before).toContain("SUMMARY:Near");
    expect(before).not.toContain("X-WR-CALDESC");
    await database.db.insert(milestones).values(rows(2_100, soon(600), null));
    const after = (await fetched(path)).text;
    expect(after).toContain("SUMMARY:Near");
    expect(after).toContain("X-WR-CALDESC:There are more days");
    expect(after.match(/BEGIN:VEVENT/g)?.length).toBeLessThan(2_100);
    await database.db.delete(milestones).where(eq(milestones.entryId, entryId));
  });

  it("ends when it is revoked or replaced, or its owner's account ends", async () => {
    const first = await made(by.viewer);
    const second = await made(by.viewer);
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    const feed = await getFeed(by.viewer, {});
    const feedId = feed?.id ?? 0;
    await expect(revokeFeed(by.admin, { feedId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revokeFeed(by.viewer, { feedId });
    expect((await fetched(second)).status).toBe(404);
    await expect(revokeFeed(by.viewer, { feedId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const [row] = await database.db.select().from(auditLog).where(eq(auditLog.action, "calendar.revoke"));
    expect(row).toMatchObject({ subject: "calendar_feeds", subjectId: feedId });
    const gone = await contextOf(database.db, "officer");
    const third = await made(gone);
    await database.db
      .update(users)
      .set({ isActive: false })
      .where(eq(users.id, gone.actor.userId ?? 0));
    expect((await fetched(third)).status).toBe(404);
  });

  it("has one address even if two are made at once", async () => {
    const person = await contextOf(database.db, "officer");
    const paths = await Promise.all([made(person), made(person), made(person)]);
    const open = (await Promise.all(paths.map(fetched))).filter(({ status }) => status === 200);
    expect(open).toHaveLength(1);
  });

  it("asks calendar programs to retry soon while the database is down", async () => {
    const path = await made(by.manager);
    const away = vi.spyOn(database.db, "select").mockImplementation(() => {
      throw Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    });
    const { status, headers } = await fetched(path);
    away.mockRestore();
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await fetched(path)).status).toBe(200);
  });

  it("limits guesses at addresses, but not requests with the right address", async () => {
    const path = await made(by.admin);
    const guess = `/calendar/${"x".repeat(43)}.ics`;
    const answers = [];
    for (let count = 0; count < 25; count += 1) answers.push(await fetched(guess));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 429]));
    expect(answers.at(-1)?.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(answers[0]?.text).toBe("");
    expect((await fetched(path)).status).toBe(200);
    expect((await fetched("/calendar/..%2fmeetings")).status).toBe(404);
  });
});
