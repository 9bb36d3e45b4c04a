import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { AppError } from "@/domain/errors";
import { reachOf } from "@/domain/permissions";
import { type Role, roles } from "@/domain/roles";
import type { Context } from "@/server/context";
import { countAudit, everyRole } from "@/server/testing";
import { actAsSite } from "@/server/testing-process";
import { allDoors } from "./doors";

let database: TestDatabase;
let people: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  actAsSite(database);
  people = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

/** What a door says to somebody who brings nothing: the code of the refusal, or what it gave. */
async function answerOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return "done";
  } catch (error) {
    return error instanceof AppError ? error.code : "failed";
  }
}

it("every door is shut to the roles that the matrix leaves out, before anything is read", async () => {
  const wrong: string[] = [];
  for (const { name, permission, call } of await allDoors()) {
    for (const role of roles) {
      const isShut = reachOf({ role }, permission) === "none";
      if (!isShut) continue;
      const rows = await countAudit(database.db);
      // Input that no schema takes: a door that looked at it first would say so.
      const answer = await answerOf(() => call(people[role], null));
      if (answer !== "FORBIDDEN") wrong.push(`${name} says ${answer} to ${role}`);
      if ((await countAudit(database.db)) !== rows) wrong.push(`${name} wrote something for ${role}`);
    }
  }
  expect(wrong).toEqual([]);
});

it("no door is shut to a role that has the permission on some rows: it asks for its input", async () => {
  const wrong: string[] = [];
  for (const { name, permission, call } of await allDoors()) {
    for (const role of roles) {
      if (reachOf({ role }, permission) === "none") continue;
      const answer = await answerOf(() => call(people[role], Symbol("no input")));
      if (answer === "FORBIDDEN") wrong.push(`${name} is shut to ${role}`);
    }
  }
  expect(wrong).toEqual([]);
});

it("a role that nobody knows opens nothing", async () => {
  const stranger = { ...people.admin, actor: { ...people.admin.actor, role: "superuser" as Role } };
  const wrong: string[] = [];
  for (const { name, call } of await allDoors()) {
    const answer = await answerOf(() => call(stranger, {}));
    if (answer !== "FORBIDDEN") wrong.push(`${name} says ${answer}`);
  }
  expect(wrong).toEqual([]);
});
