import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { permissions } from "@/domain/permissions";
import { auditActions, auditSubjects } from "@/features/audit/audit-codes";
import { catalogue } from "@/i18n/catalogue";
import { doorMark } from "@/server/define";

const modules = readdirSync("features", { withFileTypes: true })
  .filter((slice) => slice.isDirectory())
  .flatMap((slice) => {
    const folder = `features/${slice.name}/server`;
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((file) => file.isFile() && file.name.endsWith(".ts") && !file.name.endsWith(".test.ts"))
        .map((file) => `${folder}/${file.name}`);
    } catch {
      return [];
    }
  });

type Mark = { kind: string; name: string; permission: string };

describe("one door to data", () => {
  it("finds the slices' server modules", () => {
    expect(modules.length).toBeGreaterThan(25);
  });

  it.each(modules)("%s exports nothing but queries and commands with a known permission", async (file) => {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../${file}`);
    const functions = Object.entries(exported).filter(([, value]) => typeof value === "function");
    expect(functions.length).toBeGreaterThan(0);
    for (const [, value] of functions) {
      const mark = (value as unknown as Record<symbol, Mark | undefined>)[doorMark];
      expect(mark).toBeDefined();
      expect(Object.keys(permissions)).toContain(mark?.permission);
      // What it does stands in the audit log, whose readers want words.
      if (mark?.kind === "command") expect(auditActions).toContain(mark.name);
    }
  });
});

it("the audit log has words for each of its actions and subjects", () => {
  const { action, subject } = catalogue.en.audit;
  for (const code of auditActions) expect(Object.keys(action)).toContain(code.replaceAll(".", "_"));
  for (const code of auditSubjects) expect(Object.keys(subject)).toContain(code);
});
