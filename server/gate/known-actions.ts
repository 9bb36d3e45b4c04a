import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

let known: ReadonlySet<string> | null | undefined;

/**
 * True if this is the id of a server action of the served build. Without a build, as in
 * development, every id is accepted and Next decides.
 */
export function isKnownAction(id: string): boolean {
  if (known === undefined) known = readIds();
  return known?.has(id) ?? true;
}

function readIds(): ReadonlySet<string> | null {
  try {
    const file = path.join(process.cwd(), ".next", "server", "server-reference-manifest.json");
    const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, unknown> };
    return new Set(Object.keys(node));
  } catch {
    return null;
  }
}
