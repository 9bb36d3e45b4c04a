import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addUserByLink } from "@/bin/add-user";
import { auditLog } from "@/db/schema/audit-log";
import { oneTimeLinks, users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { hashSecret } from "@/server/auth/sessions";
import { type Context, systemContext } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { auditOf, userRow } from "../testing";
import { addUser } from "./add-user";

let database: TestDatabase;
let people: Awaited<ReturnType<typeof everyRole>>;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database, { APP_ORIGIN: "https://tracker.example.org" });
  people = await everyRole(database.db);
});
afterAll(() => database.drop());

const newPerson = { name: "ທ. ສົມພອນ", email: "Somphone@Ministry.Example", role: "officer" as const };

describe("adding a person", () => {
  it("creates an account without sign-in, and returns its link once", async () => {
    const { userId, path, expiresAt } = await addUser(people.admin, newPerson);
    expect(await userRow(database.db, userId)).toMatchObject({
      name: "ທ. ສົມພອນ",
      email: "somphone@ministry.example",
      role: "officer",
      memberStateId: null,
      passwordHash: null,
      isActive: true,
      isSample: false,
    });
    const [link] = await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.userId, userId));
    const secret = path.replace("/invite/", "");
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(link).toMatchObject({ secretHash: hashSecret(secret), expiresAt });
    expect(expiresAt.getTime() - people.admin.now.getTime()).toBe(24 * 3_600_000);
  });

  it("is audited without the link", async () => {
    const { userId, path } = await addUser(people.admin, { ...newPerson, email: "audited@ministry.example" });
    const rows = await auditOf(database.db, userId);
    expect(rows).toMatchObject([{ action: "user.add", actorId: people.admin.actor.userId, before: null }]);
    expect(rows[0]?.after).toMatchObject({ email: "audited@ministry.example", role: "officer" });
    expect(JSON.stringify(rows)).not.toContain(path.slice(-20));
  });

  it("sets a member state for focal points only", async () => {
    const focal = { ...newPerson, email: "focal@ministry.example", role: "focal" as const, state: "la" };
    const { userId } = await addUser(people.admin, focal);
    expect((await userRow(database.db, userId)).memberStateId).toBe(await stateId(database.db, "LA"));
    const other = await addUser(people.admin, { ...focal, email: "other@ministry.example", role: "viewer" });
    expect((await userRow(database.db, other.userId)).memberStateId).toBeNull();
  });

  it("accepts a member state only from the day of its accession", async () => {
    const then: Context = { ...people.admin, now: new Date("2025-10-25T12:00:00+07:00") };
    const timor = { ...newPerson, email: "tl@ministry.example", role: "focal" as const, state: "TL" };
    await expect(addUser(then, timor)).rejects.toMatchObject({ code: "STATE_NOT_A_MEMBER" });
    expect(await addUser({ ...then, now: new Date("2025-10-26T00:00:00+07:00") }, timor)).toBeDefined();
  });

  it.each([
    [{ email: "SOMPHONE@ministry.example" }, "ALREADY_EXISTS", "email"],
    [{ email: "no address" }, "INVALID_INPUT", "email"],
    [{ email: "nul\u0000@ministry.example" }, "INVALID_INPUT", "email"],
    [{ name: "  " }, "INVALID_INPUT", "name"],
    [{ name: "\ud800" }, "INVALID_INPUT", "name"],
    [{ role: "system" }, "INVALID_INPUT", "role"],
    [{ role: "focal" }, "MEMBER_STATE_REQUIRED", "state"],
    [{ role: "focal", state: "XX" }, "UNKNOWN_CHOICE", "state"],
    [{ role: "focal", state: "Laos" }, "INVALID_INPUT", "state"],
  ])("refuses %j and names the field", async (wrong, code, field) => {
    const before = [await database.db.$count(users), await countAudit(database.db)];
    const input = { ...newPerson, email: "refused@ministry.example", ...wrong } as typeof newPerson;
    const refusal = addUser(people.admin, input);
    await expect(refusal).rejects.toMatchObject({ code, fields: [{ field }] });
    expect([await database.db.$count(users), await countAudit(database.db)]).toEqual(before);
  });

  it.each(["manager", "officer", "focal", "viewer"] as const)("is refused to a %s", async (role) => {
    const before = await database.db.$count(users);
    const input = { ...newPerson, email: `by.${role}@ministry.example` };
    await expect(addUser(people[role], input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await database.db.$count(users)).toBe(before);
  });
});

describe("npm run user -- add", () => {
  it("run twenty times at once with one address creates exactly one administrator", async () => {
    const chief = { email: "chief@ministry.example", name: "Chief", role: "admin" as const, state: undefined };
    const add = () => addUserByLink(systemContext(database.db, "npm run user"), chief);
    const results = await Promise.allSettled(Array.from({ length: 20 }, add));
    const made = results.filter((result) => result.status === "fulfilled");
    expect(made).toHaveLength(1);
    expect(made[0]?.value.link).toMatch(/^https:\/\/tracker\.example\.org\/invite\/[\w-]{43}$/);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "ALREADY_EXISTS" });
    }
    const accounts = await database.db
      .select()
      .from(users)
      .where(eq(sql`lower(${users.email})`, chief.email));
    expect(accounts).toMatchObject([{ role: "admin" }]);
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.actorName, "npm run user"));
    expect(rows).toMatchObject([{ action: "user.add", actorId: null, subjectId: accounts[0]?.id }]);
  });
});
