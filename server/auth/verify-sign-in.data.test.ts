import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { verifyAudit } from "@/db/audit-verify";
import { auditLog } from "@/db/schema/audit-log";
import { sessions, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { contextOf } from "../testing";
import { actAsSite } from "../testing-process";
import { untilWaiting } from "../testing-waits";
import { hashPassword } from "./passwords";
import { readSession } from "./sessions";
import { localeOfAccount, verifySignIn } from "./verify-sign-in";

let database: TestDatabase;
let account: { id: number; email: string };

const password = "three green mangoes";

beforeEach(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  const { actor } = await contextOf(database.db, "officer");
  const passwordHash = await hashPassword(password);
  const [row] = await database.db
    .update(users)
    .set({ passwordHash, locale: "lo" })
    .where(eq(users.id, actor.userId ?? 0))
    .returning({ id: users.id, email: users.email });
  if (!row) throw new Error("no account was made");
  account = row;
  return () => database.drop();
});

type Wish = { email?: string; password?: string; address?: string };
const signIn = (wish: Wish = {}) =>
  verifySignIn({ email: account.email, password, address: "192.0.2.7", userAgent: "Browser", ...wish });
const refused = { code: "SIGN_IN_FAILED", fields: [] };

describe("signing in", () => {
  it("opens a new session each time and is audited", async () => {
    const secrets = [await signIn(), await signIn({ email: ` ${account.email.toUpperCase()} ` })];
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) {
      expect(await readSession(database.db, secret)).toMatchObject({ actor: { userId: account.id }, locale: "lo" });
    }
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.actorId, account.id));
    expect(rows).toMatchObject([
      { action: "account.signIn", address: "192.0.2.7" },
      { action: "account.signIn", address: "192.0.2.7" },
    ]);
    expect(await localeOfAccount(account.email)).toBe("lo");
  });

  it("opens no session if the password is changed while it is compared", async () => {
    const change = await database.pool.connect();
    await change.query("begin");
    await change.query("update users set password_hash = 'another' where id = $1", [account.id]);
    const waiting = expect(signIn()).rejects.toMatchObject(refused);
    await untilWaiting(database);
    await change.query("commit");
    change.release();
    await waiting;
    expect(await database.db.$count(sessions)).toBe(0);
    expect(await database.db.$count(auditLog, eq(auditLog.action, "login_failed"))).toBe(1);
  });

  it("gives the same refusal for a wrong password, an unknown address, an account without password and a disabled one", async () => {
    await expect(signIn({ password: "three green mango" })).rejects.toMatchObject(refused);
    await expect(signIn({ email: "nobody@ministry.example" })).rejects.toMatchObject(refused);
    await database.db.update(users).set({ isActive: false }).where(eq(users.id, account.id));
    await expect(signIn()).rejects.toMatchObject(refused);
    await database.db.update(users).set({ isActive: true, passwordHash: null }).where(eq(users.id, account.id));
    await expect(signIn()).rejects.toMatchObject(refused);
    await expect(signIn({ password: "no account has this password" })).rejects.toMatchObject(refused);
    expect(await database.db.$count(sessions)).toBe(0);
  });

  it("audits a refusal with the account, or a short hash of an unknown address, and never with what was typed", async () => {
    const typed = ["three green mango", "nobody@ministry.example", "3 Yellow Mangoes!"];
    await expect(signIn({ password: typed[0] })).rejects.toMatchObject(refused);
    await expect(signIn({ email: typed[1] })).rejects.toMatchObject(refused);
    await expect(signIn({ email: typed[2], password: "x" })).rejects.toMatchObject(refused);
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, "login_failed"));
    const hash = expect.stringMatching(/^[0-9a-f]{12}$/);
    expect(rows).toMatchObject([
      { actorId: null, subject: "users", subjectId: account.id, address: "192.0.2.7", after: null },
      { subjectId: null, after: { unknownAccount: hash } },
      { subjectId: null, after: { unknownAccount: hash } },
    ]);
    for (const words of typed) expect(JSON.stringify(rows)).not.toContain(words);
  });

  it("audits throttling once, however many tries follow", async () => {
    for (let attempt = 0; attempt < 12; attempt += 1) await signIn({ password: "wrong guess" }).catch(() => undefined);
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.address, "192.0.2.7"));
    expect(rows.filter(({ action }) => action === "login_failed")).toHaveLength(8);
    expect(rows.filter(({ action }) => action === "user_throttled")).toMatchObject([{ subjectId: account.id }]);
    expect((await verifyAudit(database.db)).fault).toBeNull();
  });

  it("treats an address that the database cannot store like an unknown one", async () => {
    await expect(signIn({ email: "a\u0000@ministry.example" })).rejects.toMatchObject(refused);
    await expect(signIn({ email: "\ud800@ministry.example" })).rejects.toMatchObject(refused);
  });

  it("is throttled for one account and address after eight wrong passwords; other addresses still work", async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await expect(signIn({ password: "wrong guess" })).rejects.toMatchObject(refused);
    }
    const wait = { code: "TOO_MANY_ATTEMPTS", params: { minutes: 15 } };
    await expect(signIn({ password: "wrong guess" })).rejects.toMatchObject(wait);
    await expect(signIn()).rejects.toMatchObject(wait);
    expect(await signIn({ address: "192.0.2.8" })).toHaveLength(43);
  });

  it("is throttled for an address that tries one password on many accounts", async () => {
    for (let attempt = 0; attempt < 25; attempt += 1) {
      await expect(signIn({ email: `guess${attempt}@ministry.example` })).rejects.toMatchObject(refused);
    }
    await expect(signIn({ email: "guess25@ministry.example" })).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
  });

  it("resets the tries of the account when it succeeds", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 7; attempt += 1) {
        await expect(signIn({ password: "wrong guess" })).rejects.toMatchObject(refused);
      }
      expect(await signIn()).toHaveLength(43);
    }
  });

  it("is throttled also with twenty concurrent tries", async () => {
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => signIn({ password: "wrong guess" })));
    const codes = results.map((result) => (result.status === "rejected" ? String(result.reason.code) : "in"));
    expect(codes.filter((code) => code === "SIGN_IN_FAILED")).toHaveLength(8);
    expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS")).toHaveLength(12);
  });
});
