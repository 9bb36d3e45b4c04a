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

/**
 * The result of calling a door without valid input: the code of the refusal, `done` or `failed`.
 */
async function answerOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return "done";
  } catch (error) {
    return error instanceof AppError ? error.code : "failed";
  }
}

it("every door refuses the roles without its permission, before anything is read", async () => {
  const wrong: string[] = [];
  for (const { name, permission, call } of await allDoors()) {
    for (const role of roles) {
      const isShut = reachOf({ role }, permission) === "none";
      if (!isShut) continue;
      const rows = await countAudit(database.db);
      // No schema accepts this input, so a door that parsed it first would answer INVALID_INPUT.
      const answer = await answerOf(() => call(people[role], null));
      if (answer !== "FORBIDDEN") wrong.push(`${name} says ${answer} to ${role}`);
      if ((await countAudit(database.db)) !== rows) wrong.push(`${name} wrote something for ${role}`);
    }
  }
  expect(wrong).toEqual([]);
});

it("no door refuses a role with the permission on some rows before it has parsed its input", async () => {
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

it("an unknown role has access to nothing", async () => {
  const stranger = { ...people.admin, actor: { ...people.admin.actor, role: "superuser" as Role } };
  const wrong: string[] = [];
  for (const { name, call } of await allDoors()) {
    const answer = await answerOf(() => call(stranger, {}));
    if (answer !== "FORBIDDEN") wrong.push(`${name} says ${answer}`);
  }
  expect(wrong).toEqual([]);
});
