import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { oneTimeLinks, sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { hashPassword } from "@/server/auth/passwords";
import { readSession } from "@/server/auth/sessions";
import { verifySignIn } from "@/server/auth/verify-sign-in";
import { type Context, systemContext } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { auditOf, countSessions, signedIn } from "../testing";
import { changePassword } from "./change-password";
import { endAllSessions } from "./end-all-sessions";
import { endOwnSession } from "./end-own-session";
import { listOwnSessions } from "./list-own-sessions";
import { requestLink } from "./request-link";
import { signOutEverywhere } from "./sign-out-everywhere";

let database: TestDatabase;
let officer: Context;
let officerId: number;
let visitor: Context;

const present = "a drum and two boats";
const next = "three green mangoes";

beforeEach(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  officer = await contextOf(database.db, "officer");
  officerId = officer.actor.userId ?? 0;
  const passwordHash = await hashPassword(present);
  await database.db.update(users).set({ passwordHash }).where(eq(users.id, officerId));
  visitor = { ...systemContext(database.db, "forgotten password"), address: "192.0.2.7" };
  return () => database.drop();
});

const emailOf = async (id: number) => {
  const [user] = await database.db.select({ email: users.email }).from(users).where(eq(users.id, id));
  return user?.email ?? "";
};
const signIn = async (password: string) =>
  verifySignIn({ email: await emailOf(officerId), password, address: "192.0.2.7", userAgent: null });
const change = (input: { present: string; password: string; repeat: string }) => changePassword(officer, input);

describe("a new password", () => {
  it("is accepted with the current one, ends every session and link, and is audited without the password", async () => {
    const secrets = [await signedIn(database.db, officerId), await signedIn(database.db, officerId)];
    await requestLink(visitor, { email: await emailOf(officerId) });
    await change({ present, password: next, repeat: next });
    for (const secret of secrets) expect(await readSession(database.db, secret)).toBeNull();
    expect(await database.db.$count(oneTimeLinks, eq(oneTimeLinks.userId, officerId))).toBe(0);
    await expect(signIn(present)).rejects.toMatchObject({ code: "SIGN_IN_FAILED" });
    expect(await signIn(next)).toHaveLength(43);
    const rows = await auditOf(database.db, officerId);
    expect(rows.map(({ action }) => action)).toContain("account.changePassword");
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${next}|${present}|argon2`));
  });

  it.each([
    [{ present: "not it at all", password: next, repeat: next }, "PASSWORD_WRONG", "present"],
    [{ present, password: "seven77", repeat: "seven77" }, "PASSWORD_TOO_SHORT", "password"],
    [{ present, password: "asean2026", repeat: "asean2026" }, "PASSWORD_TOO_COMMON", "password"],
  ])("is refused for %j and changes nothing", async (input, code, field) => {
    const secret = await signedIn(database.db, officerId);
    const rows = await countAudit(database.db);
    await expect(change(input)).rejects.toMatchObject({ code, fields: [{ field }] });
    expect(await readSession(database.db, secret)).not.toBeNull();
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("must be typed identically twice", async () => {
    const typo = { present, password: next, repeat: `${next}!` };
    await expect(change(typo)).rejects.toMatchObject({ fields: [{ field: "repeat", code: "PASSWORDS_DIFFER" }] });
  });

  it("is refused for a sample account", async () => {
    const sample = { ...officer, actor: { ...officer.actor, isSample: true } };
    const input = { present, password: next, repeat: next };
    await expect(changePassword(sample, input)).rejects.toMatchObject({ code: "SAMPLE_ACCOUNT" });
  });
});

describe("sessions", () => {
  it("are listed only to their owner, and one of them can be ended", async () => {
    const other = await contextOf(database.db, "manager");
    const theirs = await signedIn(database.db, other.actor.userId ?? 0);
    const [first, second] = [await signedIn(database.db, officerId), await signedIn(database.db, officerId)];
    const thisId = (await readSession(database.db, first))?.sessionId ?? 0;
    const listed = await listOwnSessions(officer, { thisId });
    expect(listed.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    const unknown = listed.find(({ isThis }) => !isThis);
    await endOwnSession(officer, { sessionId: String(unknown?.id) });
    expect(await readSession(database.db, second)).toBeNull();
    expect(await readSession(database.db, first)).not.toBeNull();
    const [foreign] = await listOwnSessions(other, { thisId: 0 });
    const notOurs = endOwnSession(officer, { sessionId: String(foreign?.id) });
    await expect(notOurs).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await readSession(database.db, theirs)).not.toBeNull();
  });

  it("are not listed once they have ended", async () => {
    await signedIn(database.db, officerId);
    await database.db
      .update(sessions)
      .set({ expiresAt: new Date(0) })
      .where(eq(sessions.userId, officerId));
    expect(await listOwnSessions(officer, { thisId: 0 })).toEqual([]);
  });

  it("all end at once: one's own by oneself, those of others only by an administrator", async () => {
    const roles = await everyRole(database.db, "LA");
    await signedIn(database.db, officerId);
    await signOutEverywhere(officer, {});
    expect(await countSessions(database.db, officerId)).toBe(0);
    const secret = await signedIn(database.db, officerId);
    for (const role of ["manager", "officer", "focal", "viewer"] as const) {
      const attempt = endAllSessions(roles[role], { userId: String(officerId) });
      await expect(attempt, role).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await readSession(database.db, secret)).not.toBeNull();
    await endAllSessions(roles.admin, { userId: String(officerId) });
    expect(await readSession(database.db, secret)).toBeNull();
    const [last] = (await auditOf(database.db, officerId)).slice(-1);
    expect(last).toMatchObject({ action: "user.endSessions", after: { sessionsEnded: 1 } });
  });
});

describe("a link for a forgotten password", () => {
  it("is created for an active account that is not a sample, and leaves the current password valid", async () => {
    const email = await emailOf(officerId);
    const link = await requestLink(visitor, { email: ` ${email.toUpperCase()} ` });
    expect(link).toMatchObject({ email, path: expect.stringMatching(/^\/invite\/[\w-]{43}$/) });
    const minutes = ((link?.expiresAt.getTime() ?? 0) - visitor.now.getTime()) / 60_000;
    expect(minutes).toBe(60);
    expect(await signIn(present)).toHaveLength(43);
  });

  it("is created for nobody else, and the request leaves no trace", async () => {
    const email = await emailOf(officerId);
    const rows = await countAudit(database.db);
    for (const change of [{ isActive: false }, { isActive: true, isSample: true }]) {
      await database.db.update(users).set(change).where(eq(users.id, officerId));
      expect(await requestLink(visitor, { email })).toBeNull();
    }
    expect(await requestLink(visitor, { email: "nobody@ministry.example" })).toBeNull();
    expect(await countAudit(database.db)).toBe(rows);
    const links = eq(oneTimeLinks.userId, officerId);
    expect(await database.db.$count(oneTimeLinks, links)).toBe(0);
  });
});
