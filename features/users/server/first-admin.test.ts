import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { setupToken } from "@/server/auth/setup-token";
import { systemContext } from "@/server/context";
import { actAsSite } from "@/server/testing-process";
import { addFirstAdmin } from "./add-first-admin";
import { getSetup, waitsForFirst } from "./get-setup";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  await database.db.delete(users);
});
afterAll(() => database.drop());

const visitor = () => systemContext(database.db, "first administrator");
const wish = { name: "Khamla", email: "khamla@ministry.example" };

it("refuses a wrong secret, and makes nobody", async () => {
  await expect(addFirstAdmin(visitor(), { ...wish, token: "guessed" })).rejects.toMatchObject({ code: "LINK_INVALID" });
  await expect(getSetup(visitor(), { token: "guessed" })).rejects.toMatchObject({ code: "LINK_INVALID" });
  expect(await database.db.$count(users)).toBe(0);
});

it("makes one administrator of two who ask at once, and is closed for ever after", async () => {
  expect(await waitsForFirst(visitor(), {})).toBe(true);
  await getSetup(visitor(), { token: setupToken() });
  const asked = await Promise.allSettled([
    addFirstAdmin(visitor(), { ...wish, token: setupToken() }),
    addFirstAdmin(visitor(), { ...wish, email: "second@ministry.example", token: setupToken() }),
  ]);
  expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const made = await database.db.select().from(users);
  expect(made).toMatchObject([{ role: "admin", name: "Khamla", passwordHash: null, isSample: false }]);
  const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, "user.addFirst"));
  expect(rows).toHaveLength(1);
  await expect(getSetup(visitor(), { token: setupToken() })).rejects.toMatchObject({ code: "LINK_INVALID" });
  expect(await waitsForFirst(visitor(), {})).toBe(false);
});
