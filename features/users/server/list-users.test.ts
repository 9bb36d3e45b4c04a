import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { hashPassword } from "@/server/auth/passwords";
import { everyRole } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { addUser } from "./add-user";
import { getUser } from "./get-user";
import { listUsers } from "./list-users";

let database: TestDatabase;
let people: Awaited<ReturnType<typeof everyRole>>;
let added: number;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  people = await everyRole(database.db, "TH");
  await database.pool.query("update users set password_hash = $1", [await hashPassword("three green mangoes")]);
  added = (await addUser(people.admin, { email: "a@ministry.example", name: "Aa", role: "viewer" })).userId;
  await database.pool.query("update users set is_active = false where role = 'manager'");
  await database.pool.query("update users set last_sign_in_at = now() where role = 'officer'");
});
afterAll(() => database.drop());

const roles = async (order: Parameters<typeof listUsers>[1]) =>
  (await listUsers(people.admin, order)).users.map((user) => user.role);

describe("the list of users", () => {
  it("shows their access, and no secret", async () => {
    const { users } = await listUsers(people.admin, {});
    expect(users.map(({ name, access, stateCode }) => [name.replace(/ \d+$/, ""), access, stateCode])).toEqual([
      ["Aa", "invited", null],
      ["Test admin", "active", null],
      ["Test focal", "active", "TH"],
      ["Test manager", "disabled", null],
      ["Test officer", "active", null],
      ["Test viewer", "active", null],
    ]);
    const shown = JSON.stringify([users, await getUser(people.admin, { userId: added })]);
    expect(shown).not.toMatch(/argon2|secret/i);
  });

  it("is sorted by any column, empty values last", async () => {
    expect(await roles({ key: "role" })).toEqual(["admin", "manager", "officer", "focal", "viewer", "viewer"]);
    expect((await roles({ key: "access", direction: "desc" }))[0]).toBe("manager");
    expect((await roles({ key: "signedIn", direction: "desc" }))[0]).toBe("officer");
    expect((await roles({ key: "signedIn", direction: "asc" }))[0]).toBe("officer");
  });

  it("has a page for each user", async () => {
    const page = await getUser(people.admin, { userId: added });
    expect(page).toMatchObject({ user: { name: "Aa", hasPassword: false }, isSelf: false, sessionCount: 0 });
    expect(page.linkExpiresAt).toBeInstanceOf(Date);
    expect((await getUser(people.admin, { userId: people.admin.actor.userId ?? 0 })).isSelf).toBe(true);
    await expect(getUser(people.admin, { userId: 999_999 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["manager", "officer", "focal", "viewer"] as const)("is refused to a %s", async (role) => {
    await expect(listUsers(people[role], {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getUser(people[role], { userId: added })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
