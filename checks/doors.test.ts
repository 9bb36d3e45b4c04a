import { describe, expect, it } from "vitest";
import { permissions, reachOf } from "@/domain/permissions";
import { roles } from "@/domain/roles";
import { auditActions, auditSubjects } from "@/features/audit/audit-codes";
import { catalogue } from "@/i18n/catalogue";
import { allDoors, doorFiles, doorOf, exportsOf } from "./doors";

describe("the doors to the data", () => {
  it("finds the slices' server modules", () => {
    expect(doorFiles.length).toBeGreaterThan(25);
  });

  it.each(doorFiles)("%s exports nothing but queries and commands with a known permission", async (file) => {
    const functions = Object.values(await exportsOf(file)).filter((value) => typeof value === "function");
    expect(functions.length).toBeGreaterThan(0);
    for (const value of functions) {
      const door = doorOf(value);
      expect(Object.keys(permissions)).toContain(door?.permission);
      // The audit log shows what a command did, and needs words for it.
      if (door?.kind === "command") expect(auditActions).toContain(door.name);
    }
  });

  it("no two doors have the same name, which the audit log and the permission file use", async () => {
    const names = (await allDoors()).map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });
});

describe("docs/permissions.json", () => {
  it("matches the code; `npx vitest run --project unit checks/doors.test.ts -u` updates it", async () => {
    const names = Object.keys(permissions).sort() as (keyof typeof permissions)[];
    const matrix = Object.fromEntries(
      names.map((name) => [name, Object.fromEntries(roles.map((role) => [role, reachOf({ role }, name)]))]),
    );
    const doors = (await allDoors()).map(({ name, kind, permission }) => ({ name, kind, permission }));
    const file = { roles, permissions: matrix, doors };
    await expect(`${JSON.stringify(file, null, 2)}\n`).toMatchFileSnapshot("../docs/permissions.json");
  });

  it("has no permission that no door requires", async () => {
    const asked = new Set<string>((await allDoors()).map(({ permission }) => permission));
    expect(Object.keys(permissions).filter((name) => !asked.has(name))).toEqual([]);
  });
});

it("the audit log has words for each of its actions and subjects", () => {
  const { action, subject } = catalogue.en.audit;
  for (const code of auditActions) expect(Object.keys(action)).toContain(code.replaceAll(".", "_"));
  for (const code of auditSubjects) expect(Object.keys(subject)).toContain(code);
});
