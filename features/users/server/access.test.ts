import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { apiTokens } from "@/db/schema/api";
import { auditLog } from "@/db/schema/audit-log";
import { calendarFeeds } from "@/db/schema/milestones";
import { rateLimits, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { answerApi } from "@/server/api/answer";
import { openApi } from "@/server/api/openapi";
import { calendarContext } from "@/server/auth/calendar-token";
import { hashPassword } from "@/server/auth/passwords";
import { type Context, systemContext } from "@/server/context";
import { enterRequestStore } from "@/server/request/request-store";
import { contextOf, countAudit, everyRole, mintCalendar, mintToken } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { auditOf, countSessions, signedIn } from "../testing";
import { acceptLink } from "./accept-link";
import { changePassword } from "./change-password";
import { endAccessOf } from "./end-access";
import { endAllSessions } from "./end-all-sessions";
import { endOwnAccess } from "./end-own-access";
import { getUser } from "./get-user";
import { listAccess } from "./list-access";
import { listTokens } from "./list-tokens";
import { makeToken } from "./make-token";
import { renewLink } from "./renew-link";
import { signOutEverywhere } from "./sign-out-everywhere";

const present = "three green mangoes";
const day = 24 * 3_600_000;

let database: TestDatabase;
let passwordHash: string;
let roles: Record<Role, Context>;
let person: Context;
let personId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  passwordHash = await hashPassword(present);
  roles = await everyRole(database.db);
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.delete(rateLimits);
  person = await contextOf(database.db, "officer");
  personId = person.actor.userId ?? 0;
  await database.db.update(users).set({ passwordHash }).where(eq(users.id, personId));
});

/** Sends a request as a program of this person, from that network address. */
async function ask(key: string, path = "/plans", from = "192.0.2.44"): Promise<Response> {
  await Promise.resolve();
  enterRequestStore({ socket: { remoteAddress: from }, headers: {} } as unknown as Parameters<
    typeof enterRequestStore
  >[0]);
  const headers = { authorization: `Bearer ${key}` };
  return answerApi(new Request(`http://127.0.0.1:3000/api/v1${path}`, { headers }), endpoints);
}

/** True if this address still opens a calendar. */
const opens = (path: string) =>
  calendarContext({ headers: new Headers() }, path.replace("/calendar/", "")).then(
    () => true,
    () => false,
  );

const key = { name: "A script", scope: "read", days: 30, present } as const;
const lastOf = async (action: string) => {
  const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, action)).orderBy(auditLog.seq);
  return rows.at(-1);
};

describe("a key", () => {
  it("requires the current password, and a wait after several wrong ones", async () => {
    const rows = await countAudit(database.db);
    for (let n = 0; n < 8; n += 1) {
      const guessed = makeToken(person, { ...key, present: `guess ${n}` });
      await expect(guessed).rejects.toMatchObject({ code: "PASSWORD_WRONG", fields: [{ field: "present" }] });
    }
    expect(await countAudit(database.db)).toBe(rows);
    await expect(makeToken(person, key)).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    expect(await listTokens(person, {})).toEqual([]);
    expect(await lastOf("password_throttled")).toMatchObject({ actorId: personId, subjectId: personId });
    expect((await makeToken({ ...person, address: "192.0.2.8" }, key)).secret).toMatch(/^aat_/);
  });

  it("is not created for a person who was disabled meanwhile", async () => {
    await database.db.update(users).set({ isActive: false }).where(eq(users.id, personId));
    await expect(makeToken(person, key)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is valid for 90 days by default, and for a year at most", async () => {
    const { days: _days, ...usual } = key;
    const { expiresAt } = await makeToken(person, usual);
    expect(expiresAt.getTime() - person.now.getTime()).toBe(90 * day);
    expect((await makeToken(person, { ...key, days: "365" })).expiresAt.getTime()).toBe(
      person.now.getTime() + 365 * day,
    );
    for (const days of ["366", "0", "", "1000"])
      await expect(makeToken(person, { ...key, days })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(JSON.stringify(await lastOf("token.make"))).not.toContain(present);
  });

  it("is listed with its remaining days, its last use and the network address", async () => {
    const secret = await mintToken(database.db, person);
    const soon = new Date(Date.now() + 9.5 * day);
    await database.db.update(apiTokens).set({ expiresAt: soon }).where(eq(apiTokens.userId, personId));
    expect(await listTokens(person, {})).toMatchObject([{ daysLeft: 9, lastUsedAt: null, lastUsedAddress: null }]);
    await ask(secret);
    // The row is updated at most once a minute, not for each request.
    await ask(secret, "/plans", "192.0.2.45");
    const used = { daysLeft: 9, lastUsedAt: expect.any(Date), lastUsedAddress: "192.0.2.44" };
    expect(await listTokens(person, {})).toMatchObject([used]);
    expect((await listAccess(person, {})).keys).toMatchObject([used]);
    expect((await getUser(roles.admin, { userId: personId })).access.keys).toMatchObject([used]);
    expect(await listAccess(roles.viewer, {})).toEqual({ keys: [], calendars: [] });
    await database.db.update(apiTokens).set({ expiresAt: new Date() }).where(eq(apiTokens.userId, personId));
    expect((await listAccess(person, {})).keys).toEqual([]);
    expect(await listTokens(person, {})).toMatchObject([{ hasEnded: true, daysLeft: 0 }]);
  });

  it("has its expiry in every response, and in the description of the API", async () => {
    const secret = await mintToken(database.db, person, "read");
    const [row] = await database.db.select().from(apiTokens).where(eq(apiTokens.userId, personId));
    for (const [path, status] of [
      ["/plans", 200],
      ["/nothing", 404],
      ["/plans?colour=red", 400],
    ] as const) {
      const answer = await ask(secret, path);
      expect([answer.status, answer.headers.get("key-expires")]).toEqual([status, row?.expiresAt.toISOString()]);
    }
    const refused = await ask("aat_none");
    expect([refused.status, refused.headers.get("key-expires")]).toEqual([401, null]);
    const { paths } = openApi(endpoints) as { paths: Record<string, Record<string, { responses: object }>> };
    for (const { responses } of Object.values(paths).flatMap((path) => Object.values(path)))
      for (const response of Object.values(responses)) expect(response.headers).toHaveProperty(["Key-Expires"]);
  });
});

describe("keys and calendar addresses", () => {
  let secret: string;
  let calendar: string;
  const both = async () => ({ api: (await ask(secret)).status, calendar: await opens(calendar) });

  beforeEach(async () => {
    secret = await mintToken(database.db, person);
    calendar = await mintCalendar(database.db, person);
    await signedIn(database.db, personId);
    expect(await both()).toEqual({ api: 200, calendar: true });
  });

  it("end with all of one's own sessions, with their number in the audit log", async () => {
    await signOutEverywhere(person, {});
    expect(await both()).toEqual({ api: 401, calendar: false });
    expect(await countSessions(database.db, personId)).toBe(0);
    expect(await lastOf("account.signOutEverywhere")).toMatchObject({
      after: { sessionsEnded: 1, keysEnded: 1, calendarsEnded: 1 },
    });
  });

  it("end when an administrator ends all sessions, even if there is none", async () => {
    await endAllSessions(roles.admin, { userId: personId });
    expect(await both()).toEqual({ api: 401, calendar: false });
    const after = { sessionsEnded: 1, keysEnded: 1, calendarsEnded: 1 };
    expect(await lastOf("user.endSessions")).toMatchObject({ subjectId: personId, after });
    secret = await mintToken(database.db, person);
    await endAllSessions(roles.admin, { userId: personId });
    expect((await ask(secret)).status).toBe(401);
    expect(await lastOf("user.endSessions")).toMatchObject({ after: { sessionsEnded: 0, keysEnded: 1 } });
    const rows = await countAudit(database.db);
    await endAllSessions(roles.admin, { userId: personId });
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("stay valid after a new password, then end together if the person wants it; those of others stay", async () => {
    const theirs = await mintToken(database.db, roles.manager);
    await changePassword(person, { present, password: "two blue umbrellas", repeat: "two blue umbrellas" });
    expect(await both()).toEqual({ api: 200, calendar: true });
    expect(await endOwnAccess(person, {})).toEqual({ keysEnded: 1, calendarsEnded: 1 });
    expect(await both()).toEqual({ api: 401, calendar: false });
    expect((await ask(theirs)).status).toBe(200);
    const after = { keysEnded: 1, calendarsEnded: 1 };
    expect(await lastOf("account.endAccess")).toMatchObject({ actorId: personId, subjectId: personId, after });
    const rows = await countAudit(database.db);
    await endOwnAccess(person, {});
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("are reported to a person who sets a password through a link, so that they can be asked about", async () => {
    const visitor = systemContext(database.db, "one-time link");
    const byLink = async () => {
      const { path } = await renewLink(roles.admin, { userId: personId });
      const password = { password: present, repeat: present };
      return acceptLink(visitor, { token: path.replace("/invite/", ""), ...password });
    };
    expect(await byLink()).toMatchObject({ hasAccess: true });
    await endOwnAccess(person, {});
    expect(await byLink()).toMatchObject({ hasAccess: false });
  });

  it("are ended individually or together by an administrator, and by nobody else", async () => {
    const { keys, calendars } = (await getUser(roles.admin, { userId: personId })).access;
    const [one, other] = [`key-${keys[0]?.id}`, `calendar-${calendars[0]?.id}`];
    for (const role of ["manager", "officer", "focal", "viewer"] as const) {
      const attempt = endAccessOf(roles[role], { userId: personId, what: "all" });
      await expect(attempt, role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const elsewhere = endAccessOf(roles.admin, { userId: roles.viewer.actor.userId ?? 0, what: one });
    await expect(elsewhere).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const what of ["", "key-0", "key-x", "session-1", "key-1 or 1=1"])
      await expect(endAccessOf(roles.admin, { userId: personId, what })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    await endAccessOf(roles.admin, { userId: personId, what: one });
    expect(await both()).toEqual({ api: 401, calendar: true });
    await expect(endAccessOf(roles.admin, { userId: personId, what: one })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const ended = { subject: "api_tokens", subjectId: keys[0]?.id, before: { ownerId: personId } };
    expect(await lastOf("user.endAccess")).toMatchObject({ ...ended, after: { keysEnded: 1, calendarsEnded: 0 } });
    await endAccessOf(roles.admin, { userId: personId, what: other });
    expect(await both()).toEqual({ api: 401, calendar: false });
    await mintToken(database.db, person);
    await mintToken(database.db, person);
    await endAccessOf(roles.admin, { userId: personId, what: "all" });
    expect(await lastOf("user.endAccess")).toMatchObject({ subject: "users", after: { keysEnded: 2 } });
    expect((await auditOf(database.db, personId)).length).toBeGreaterThan(0);
  });

  it("are refused for a disabled person, as before", async () => {
    await database.db.update(users).set({ isActive: false }).where(eq(users.id, personId));
    expect(await both()).toEqual({ api: 401, calendar: false });
    expect(await database.db.$count(calendarFeeds, eq(calendarFeeds.userId, personId))).toBe(1);
  });
});
