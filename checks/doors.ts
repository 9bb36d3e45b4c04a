import { readdirSync } from "node:fs";
import type { Permission } from "@/domain/permissions";
import type { SecretDoor } from "@/server/auth/secret-door";
import type { Context } from "@/server/context";
import { doorMark } from "@/server/define";

export type DoorFile = { file: string; exported: Record<string, unknown> };
export type Door = {
  name: string;
  kind: "query" | "command";
  permission: Permission;
  secret?: SecretDoor;
  call: (context: Context, input: unknown) => Promise<unknown>;
};

/**
 * The modules in which slices declare their queries and commands: the files of `server/` (helpers
 * are in `server/lib/`), and the printed documents, each of which has two queries.
 */
export const doorFiles: readonly string[] = [
  ...filesLike("features/*/server/*.ts").filter((file) => !file.endsWith(".test.ts")),
  ...filesLike("features/reports/documents/*/document.ts"),
];

/**
 * Replaces `fs.glob`, which Node 20 does not have.
 * @param pattern a path with `*` for a name or part of one
 */
function filesLike(pattern: string): string[] {
  const [top = "."] = pattern.split("/");
  const like = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`);
  return readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((file) => `${top}/${file}`)
    .filter((file) => like.test(file))
    .sort();
}

/** The exports of a module at run time; for a printed document its two queries. */
export async function exportsOf(file: string): Promise<Record<string, unknown>> {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ `../${file}`);
  if (!file.endsWith("/document.ts")) return exported;
  const documents = Object.values(exported) as { build: unknown; export: unknown }[];
  return Object.fromEntries(
    documents.flatMap((one, at) => [
      [`build${at}`, one.build],
      [`export${at}`, one.export],
    ]),
  );
}

/** The door behind an exported value; null for anything else. */
export function doorOf(value: unknown): Door | null {
  if (typeof value !== "function") return null;
  // A value typed `unknown` has no symbol properties in its type; `doorMark` is what this looks
  // for.
  const mark = (value as unknown as Record<symbol, Omit<Door, "call"> | undefined>)[doorMark];
  return mark ? { ...mark, call: value as Door["call"] } : null;
}

/** Every query and command of the product, by name. */
export async function allDoors(): Promise<Door[]> {
  const modules = await Promise.all(doorFiles.map(exportsOf));
  const doors = modules.flatMap((exported) => Object.values(exported).map(doorOf));
  return doors.filter((door) => door !== null).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
