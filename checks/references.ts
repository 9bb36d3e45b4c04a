import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Not written here, or made by programs. */
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
/** With folders, any file; without, only what is surely the name of a source file. */
const reference = new RegExp(
  String.raw`(?<![\w./@*>}\]-])((?:${segment}/)+[\w.-]+\.${extension}|[a-z][\w-]*(?:\.[\w-]+)*\.(?:tsx?|mjs|css|md))(?![\w/<*{-])`,
  "g",
);

/** Files to which Next gives a meaning: texts say why there are none of them. */
const ofNext = ["loading.tsx", "template.tsx", "default.tsx", "middleware.ts"];

/** Decisions speak of the past: a file that is gone may be named where it is said to be gone. */
const isToldGone = /^`?\s*\((removed|now)\b/;

/** The files that a text names. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(reference)].flatMap(({ 1: name = "", index }) => {
    const isGone = isToldGone.test(text.slice(index + name.length));
    return isGone || name.startsWith("node_modules/") ? [] : [name];
  });
}

/** The comments of a program. */
export function commentsIn(code: string): string {
  return [...code.matchAll(/\/\*[\s\S]*?\*\/|(?<![:"'`\w/*])\/\/.*/g)].map(([comment]) => comment).join("\n");
}

/**
 * What comments and documents name that is not there. A path begins at the root, or at the folder
 * of the file that names it or one above; a bare name is any file's.
 */
export function missingReferences(): string[] {
  const files = repositoryFiles();
  const names = new Set([...ofNext, ...files.map((file) => path.posix.basename(file))]);
  return files.flatMap((file) => {
    const isCode = /\.(tsx?|mjs|css)$/.test(file);
    // The examples of this check's own test are nowhere.
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
