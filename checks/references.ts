import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders that are not written here, or that programs generate. */
const skipped = new Set(["node_modules", ".git", ".next", "data", "test-results", "playwright-report", "migrations"]);

/** Every file of the repository as a path from the root. */
export function repositoryFiles(folder = ""): string[] {
  return readdirSync(folder || ".", { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? repositoryFiles(file) : [file];
    });
}

/** A segment of a path: a name, a route group or a route parameter. */
const segment = String.raw`(?:\([\w-]+\)|\[[\w.-]+\]|[\w@.-]+)`;
const extension = "(?:tsx?|mjs|css|md|json|sql)";
/** With folders any file matches; without, only names that are certainly source files. */
const reference = new RegExp(
  String.raw`(?<![\w./@*>}\]-])((?:${segment}/)+[\w.-]+\.${extension}|[a-z][\w-]*(?:\.[\w-]+)*\.(?:tsx?|mjs|css|md))(?![\w/<*{-])`,
  "g",
);

/** Files with a meaning to Next: texts explain why there are none of them. */
const ofNext = ["loading.tsx", "template.tsx", "default.tsx", "middleware.ts"];

/**
 * Matches the note "(removed" or "(now" after a file name: decisions describe the past and may name
 * files that no longer exist.
 */
const isToldGone = /^`?\s*\((removed|now)\b/;

/** The files named in a text. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(reference)].flatMap(({ 1: name = "", index }) => {
    const isGone = isToldGone.test(text.slice(index + name.length));
    return isGone || name.startsWith("node_modules/") ? [] : [name];
  });
}

/** The comments in a source file. */
export function commentsIn(code: string): string {
  return [...code.matchAll(/\/\*[\s\S]*?\*\/|(?<![:"'`\w/*])\/\/.*/g)].map(([comment]) => comment).join("\n");
}

/**
 * Files named in comments and documents that do not exist. A path starts at the root, at the folder
 * of the naming file or at one above; a bare name may be in any folder.
 */
export function missingReferences(): string[] {
  const files = repositoryFiles();
  const names = new Set([...ofNext, ...files.map((file) => path.posix.basename(file))]);
  return files.flatMap((file) => {
    const isCode = /\.(tsx?|mjs|css)$/.test(file);
    // The examples in this check's own test do not exist.
    if ((!isCode && !file.endsWith(".md")) || file === "checks/references.test.ts") return [];
    const text = readFileSync(file, "utf8");
    return referencesIn(isCode ? commentsIn(text) : text)
      .filter((name) => (name.includes("/") ? !isFound(file, name) : !names.has(name)))
      .map((name) => `${file}: ${name}`);
  });
}

function isFound(from: string, name: string): boolean {
  for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
    if (existsSync(path.posix.join(folder, name))) return true;
    if (folder === ".") return false;
  }
}
