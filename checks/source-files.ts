import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * A TypeScript file of the project with the modules it imports; the project's own are paths from
 * the root.
 */
export type SourceFile = { file: string; text: string; imports: { target: string; isTypeOnly: boolean }[] };

const importPattern =
  /(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/** Resolves `@/x` and relative paths to paths from the root; package names are unchanged. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return specifier;
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
}

/** Every TypeScript file in these folders, except tests. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
    )
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|spec)\.tsx?$/.test(file))
    .map((file) => {
      const text = readFileSync(file, "utf8");
      const imports = [...text.matchAll(importPattern)].map(([, isType, specifier, dynamic]) => ({
        target: resolve(file, specifier ?? dynamic ?? ""),
        isTypeOnly: isType !== undefined,
      }));
      return { file, text, imports };
    });
}
