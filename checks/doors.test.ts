import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { permissions } from "@/domain/permissions";
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

describe("one door to data", () => {
  it("finds the slices' server modules", () => {
    expect(modules.length).toBeGreaterThan(25);
  });

  it.each(modules)("%s exports nothing but queries and commands with a known permission", async (file) => {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../${file}`);
    const functions = Object.entries(exported).filter(([, value]) => typeof value === "function");
    expect(functions.length).toBeGreaterThan(0);
    for (const [, value] of functions) {
      const mark = (value as unknown as Record<symbol, { permission: string } | undefined>)[doorMark];
      expect(mark).toBeDefined();
      expect(Object.keys(permissions)).toContain(mark?.permission);
    }
  });
});
