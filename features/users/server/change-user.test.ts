import { and, eq, not } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { oneTimeLinks } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, countAudit, isDenial, stateId } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { auditOf, countSessions, signedIn, userRow } from "../testing";
import { changeUser } from "./change-user";
import { renewLink } from "./renew-link";

let database: TestDatabase;
let admin: Context;
let officer: number;

beforeEach(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  admin = await contextOf(database.db, "admin");
  officer = idOf(await contextOf(database.db, "officer"));
  return () => database.drop();
});

const idOf = (context: Context) => context.actor.userId ?? 0;

const changesOf = ({ actor }: Context) =>
  database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.actorId, actor.userId ?? 0), not(isDenial)));

type Wish = { version?: number; name?: string; role?: Role; state?: string; access?: "active" | "disabled" };

/** The form of a person, with some fields changed. */
async function change(by: Context, userId: number, wish: Wish) {
  const { name, role, isActive, version } = await userRow(database.db, userId);
  const access = isActive ? ("active" as const) : ("disabled" as const);
  return changeUser(by, { userId, name, role, access, version, ...wish });
}

describe("changing a person", () => {
  it("changes role and state, ends the sessions, and is audited", async () => {
    await signedIn(database.db, officer);
    await change(admin, officer, { role: "focal", state: "TH" });
    const memberStateId = await stateId(database.db, "TH");
    expect(await userRow(database.db, officer)).toMatchObject({ role: "focal", memberStateId, version: 2 });
    expect(await countSessions(database.db, officer)).toBe(0);
    expect(await auditOf(database.db, officer)).toMatchObject([
      {
        action: "user.change",
        actorId: idOf(admin),
        before: { role: "officer", memberStateId: null },
        after: { role: "focal", memberStateId },
      },
    ]);
  });

  it("ends sessions and valid links of a disabled person", async () => {
    await signedIn(database.db, officer);
    await renewLink(admin, { userId: officer });
    await change(admin, officer, { access: "disabled" });
    expect((await userRow(database.db, officer)).isActive).toBe(false);
    expect(await countSessions(database.db, officer)).toBe(0);
    expect(await database.db.$count(oneTimeLinks, eq(oneTimeLinks.userId, officer))).toBe(0);
  });

  it("does not end the sessions of a person who gets a new name", async () => {
    await signedIn(database.db, officer);
    await change(admin, officer, { name: "New name" });
    expect(await countSessions(database.db, officer)).toBe(1);
  });

  it("writes nothing without a change", async () => {
    const before = await countAudit(database.db);
    await change(admin, officer, {});
    expect(await countAudit(database.db)).toBe(before);
    expect((await userRow(database.db, officer)).version).toBe(1);
  });

  it("shows the second of two administrators what the first saved", async () => {
    await change(admin, officer, { name: "First" });
    await expect(change(admin, officer, { version: 1, name: "Second" })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { name: "First", role: "officer", state: "", access: "active", version: "2" },
    });
    expect((await userRow(database.db, officer)).name).toBe("First");
  });

  it("does not find an unknown person", async () => {
    const wish = { userId: 999_999, version: 1, name: "X", role: "viewer" as const, access: "active" as const };
    await expect(changeUser(admin, wish)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["manager", "officer", "focal", "viewer"] as const)(
    "is not open to a %s, not even of themselves",
    async (role) => {
      const person = await contextOf(database.db, role, role === "focal" ? "LA" : undefined);
      for (const target of [idOf(admin), idOf(person)]) {
        await expect(change(person, target, { role: "admin" })).rejects.toMatchObject({ code: "FORBIDDEN" });
        await expect(renewLink(person, { userId: target })).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
      expect((await userRow(database.db, idOf(person))).role).toBe(role);
      expect(await changesOf(person)).toEqual([]);
    },
  );
});

describe("administrators", () => {
  it("cannot change their own role or access, but their own name", async () => {
    await contextOf(database.db, "admin");
    await expect(change(admin, idOf(admin), { role: "manager" })).rejects.toMatchObject({ code: "OWN_ROLE" });
    await expect(change(admin, idOf(admin), { access: "disabled" })).rejects.toMatchObject({ code: "OWN_ROLE" });
    await change(admin, idOf(admin), { name: "Chief" });
    expect(await userRow(database.db, idOf(admin))).toMatchObject({ role: "admin", isActive: true, name: "Chief" });
  });

  it("cannot remove the last administrator", async () => {
    await expect(change(admin, idOf(admin), { role: "viewer" })).rejects.toMatchObject({ code: "LAST_ADMIN" });
    const other = await contextOf(database.db, "admin");
    await change(admin, idOf(other), { access: "disabled" });
    await expect(change(other, idOf(admin), { access: "disabled" })).rejects.toMatchObject({ code: "LAST_ADMIN" });
    expect(await userRow(database.db, idOf(admin))).toMatchObject({ role: "admin", isActive: true });
  });

  it("are not replaced by a sample account", async () => {
    const sample = await contextOf(database.db, "admin");
    await database.pool.query(`update users set is_sample = true where id = ${idOf(sample)}`);
    await expect(change(sample, idOf(admin), { role: "viewer" })).rejects.toMatchObject({ code: "LAST_ADMIN" });
    await change(admin, idOf(sample), { access: "disabled" });
    expect((await userRow(database.db, idOf(sample))).isActive).toBe(false);
  });

  it("who remove each other at the same time leave one of them", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await contextOf(database.db, "admin"), await contextOf(database.db, "admin")];
      await database.pool.query(
        `update users set is_active = false where role = 'admin' and id not in (${idOf(one)}, ${idOf(two)})`,
      );
      const results = await Promise.allSettled([
        change(one, idOf(two), { access: "disabled" }),
        change(two, idOf(one), { role: "viewer" }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const left = await database.pool.query("select id from users where role = 'admin' and is_active");
      expect(left.rows).toHaveLength(1);
    }
  });
});
