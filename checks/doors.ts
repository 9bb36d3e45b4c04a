import { readdirSync } from "node:fs";
import type { Permission } from "@/domain/permissions";
import type { Context } from "@/server/context";
import { doorMark } from "@/server/define";
import type { SecretDoor } from "@/server/secret-door";

export type DoorFile = { file: string; exported: Record<string, unknown> };
export type Door = {
  name: string;
  kind: "query" | "command";
  permission: Permission;
  secret?: SecretDoor;
  call: (context: Context, input: unknown) => Promise<unknown>;
};

/** The modules in which the slices keep their queries and commands; pieces that are neither lie in `parts/`. */
export const doorFiles: readonly string[] = readdirSync("features", { withFileTypes: true })
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

/** What a module exports, as it runs. */
export async function exportsOf(file: string): Promise<Record<string, unknown>> {
  return import(/* @vite-ignore */ `../${file}`);
}

/** The door that an exported value is; null for anything else. */
export function doorOf(value: unknown): Door | null {
  if (typeof value !== "function") return null;
  // A function that came as `unknown` has no symbols of its own in its type; `doorMark` is what this asks about.
  const mark = (value as unknown as Record<symbol, Omit<Door, "call"> | undefined>)[doorMark];
  return mark ? { ...mark, call: value as Door["call"] } : null;
}

/** Every query and command of the product, by name. */
export async function allDoors(): Promise<Door[]> {
  const modules = await Promise.all(doorFiles.map(exportsOf));
  const doors = modules.flatMap((exported) => Object.values(exported).map(doorOf));
  return doors.filter((door) => door !== null).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
