import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { oneTimeLinks } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { hashPassword } from "@/server/auth/passwords";
import { verifySignIn } from "@/server/auth/verify-sign-in";
import { type Context, systemContext } from "@/server/context";
import { contextOf, countAudit } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { auditOf, countSessions, signedIn, userRow } from "../testing";
import { acceptLink } from "./accept-link";
import { addUser } from "./add-user";
import { changeUser } from "./change-user";
import { getInvitation } from "./get-invitation";
import { renewLink } from "./renew-link";

let database: TestDatabase;
let admin: Context;
let visitor: Context;
let invited: { userId: number; token: string };

const email = "new@ministry.example";
const good = "three green mangoes";
const tokenOf = ({ path }: { path: string }) => path.replace("/invite/", "");

beforeEach(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  admin = await contextOf(database.db, "admin");
  visitor = { ...systemContext(database.db, "one-time link"), address: "192.0.2.7" };
  const made = await addUser(admin, { email, name: "New", role: "officer" });
  invited = { userId: made.userId, token: tokenOf(made) };
  return () => database.drop();
});

const accept = (token: string, password = good, repeat = password) => acceptLink(visitor, { token, password, repeat });
const signIn = (password: string) => verifySignIn({ email, password, address: "192.0.2.7", userAgent: null });

describe("an invitation", () => {
  it("names its owner, sets the password once, and is audited", async () => {
    expect(await getInvitation(visitor, { token: invited.token })).toEqual({ email, name: "New" });
    await expect(signIn(good)).rejects.toMatchObject({ code: "SIGN_IN_FAILED" });
    await accept(invited.token);
    expect(await signIn(good)).toHaveLength(43);
    await expect(accept(invited.token, "another good one")).rejects.toMatchObject({ code: "LINK_INVALID" });
    await expect(getInvitation(visitor, { token: invited.token })).rejects.toMatchObject({ code: "LINK_INVALID" });
    const rows = await auditOf(database.db, invited.userId);
    expect(rows.map(({ action }) => action)).toEqual([
      "user.add",
      "login_failed",
      "account.acceptLink",
      "account.signIn",
    ]);
    expect(JSON.stringify(rows)).not.toContain(good);
  });

  it("is used by one of ten simultaneous attempts", async () => {
    const tries = Array.from({ length: 10 }, (_, index) => accept(invited.token, `${good} ${index}`));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["seven77", "PASSWORD_TOO_SHORT"],
    ["password1", "PASSWORD_TOO_COMMON"],
    ["asean2026", "PASSWORD_TOO_COMMON"],
    ["12345678", "PASSWORD_TOO_COMMON"],
  ])("refuses the password %s and can be used again", async (weak, code) => {
    await expect(accept(invited.token, weak)).rejects.toMatchObject({ code, fields: [{ field: "password" }] });
    await accept(invited.token);
    expect((await userRow(database.db, invited.userId)).passwordHash).toMatch(/^\$argon2id\$/);
  });

  it.each([["8 letter"], ["ລະຫັດຂອງຂ້ອຍ"], ["x y ".repeat(16)], ["ab12".repeat(32)]])(
    "takes the password %j",
    async (password) => {
      await accept(invited.token, password);
      expect(await signIn(password)).toHaveLength(43);
    },
  );

  it("compares the whole password, also beyond 72 bytes", async () => {
    const long = `${"long ".repeat(14)}and then some more of it, to 100`;
    await accept(invited.token, long);
    await expect(signIn(long.slice(0, 72))).rejects.toMatchObject({ code: "SIGN_IN_FAILED" });
  });

  it("requires the same password twice", async () => {
    await expect(accept(invited.token, good, `${good}!`)).rejects.toMatchObject({
      fields: [{ field: "repeat", code: "PASSWORDS_DIFFER" }],
    });
  });

  it("answers alike if it is unknown, expired, used, too long, or of a disabled account", async () => {
    const expired = async () => {
      await database.pool.query("update one_time_links set expires_at = now() - interval '1 second'");
      return invited.token;
    };
    const disabled = async () => {
      const token = tokenOf(await renewLink(admin, { userId: invited.userId }));
      const fields = { userId: invited.userId, version: 1, name: "New", role: "officer" as const };
      await changeUser(admin, { ...fields, access: "disabled" });
      return token;
    };
    for (const token of ["unknown", "x".repeat(43), "x".repeat(10_000), "", await expired(), await disabled()]) {
      await expect(accept(token)).rejects.toMatchObject({ code: "LINK_INVALID" });
      await expect(getInvitation(visitor, { token })).rejects.toMatchObject({ code: "LINK_INVALID" });
    }
  });

  it("cannot be guessed: after eight wrong links a network address has to wait, with one audit row", async () => {
    for (let index = 0; index < 8; index += 1) {
      await expect(getInvitation(visitor, { token: `guess-${index}` })).rejects.toMatchObject({ code: "LINK_INVALID" });
    }
    for (let again = 0; again < 3; again += 1) {
      const right = getInvitation(visitor, { token: invited.token });
      await expect(right).rejects.toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    }
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, "link_throttled"));
    expect(rows).toMatchObject([
      {
        actorId: null,
        actorName: "one-time link",
        subject: "users",
        subjectId: null,
        address: "192.0.2.7",
        after: { target: expect.stringMatching(/^[0-9a-f]{12}$/) },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("guess");
    const elsewhere = { ...visitor, address: "192.0.2.8" };
    expect(await getInvitation(elsewhere, { token: invited.token })).toMatchObject({ email });
  });
});

describe("a link for a forgotten password", () => {
  beforeEach(async () => {
    await accept(invited.token);
  });

  it("is valid for an hour, ends earlier links, and leaves the password valid until it is used", async () => {
    const first = tokenOf(await renewLink(admin, { userId: invited.userId }));
    const second = await renewLink(admin, { userId: invited.userId });
    expect(second.expiresAt.getTime() - admin.now.getTime()).toBe(3_600_000);
    await expect(accept(first)).rejects.toMatchObject({ code: "LINK_INVALID" });
    expect(await signIn(good)).toHaveLength(43);
    await accept(tokenOf(second), "a new one, please");
    await expect(signIn(good)).rejects.toMatchObject({ code: "SIGN_IN_FAILED" });
  });

  it("ends every session of the person when it is used, and those of nobody else", async () => {
    await signedIn(database.db, invited.userId);
    await signedIn(database.db, invited.userId);
    await signedIn(database.db, admin.actor.userId ?? 0);
    const token = tokenOf(await renewLink(admin, { userId: invited.userId }));
    expect(await countSessions(database.db, invited.userId)).toBe(2);
    await accept(token, "a new one, please");
    expect(await countSessions(database.db, invited.userId)).toBe(0);
    expect(await countSessions(database.db, admin.actor.userId ?? 0)).toBe(1);
  });

  it("is audited without its secret, and is not created for unknown people", async () => {
    const before = await countAudit(database.db);
    const { path } = await renewLink(admin, { userId: invited.userId });
    const rows = await auditOf(database.db, invited.userId);
    expect(rows.at(-1)).toMatchObject({ action: "user.renewLink", actorId: admin.actor.userId });
    expect(JSON.stringify(rows)).not.toContain(tokenOf({ path }));
    expect(await countAudit(database.db)).toBe(before + 1);
    await expect(renewLink(admin, { userId: 999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is invalid after the password was changed through another link", async () => {
    const token = tokenOf(await renewLink(admin, { userId: invited.userId }));
    const passwordHash = await hashPassword(good);
    const forged = { userId: invited.userId, secretHash: passwordHash, expiresAt: new Date(Date.now() + 60_000) };
    await database.db.insert(oneTimeLinks).values(forged);
    await accept(token, "a new one, please");
    const open = await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.userId, invited.userId));
    expect(open.every(({ usedAt }) => usedAt !== null)).toBe(true);
  });
});
