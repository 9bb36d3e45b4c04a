import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { permissions, type Reach } from "../../domain/permissions";
import { roles } from "../../domain/roles";
import { root } from "../../e2e/support/server";
import { conclude } from "../verdict";

/**
 * Mutation test of the permission table: changes it cell by cell, and the few lines that read it
 * operator by operator, and checks that the tests fail. Each mutant is in a separate folder with a
 * copy of the test.
 *
 *     npm run bench:mutants
 */
const reaches: readonly Reach[] = ["any", "part", "own", "none"];
const WANTED = 0.9;

type Mutant = { what: string; source: string };

const source = readFileSync(path.join(root, "domain", "permissions.ts"), "utf8");
/**
 * The unchanged table, whose test must pass: otherwise a test that cannot run would seem to detect
 * everything.
 */
const unchanged: Mutant = { what: "the table as it is", source };
const [cells, lines] = [mutantsOfTable(), mutantsOfLines()];
// Inside the clone, because the tests' packages are resolved upwards from there, and in a folder
// that is neither checked nor committed.
mkdirSync(path.join(root, "data"), { recursive: true });
const folder = mkdtempSync(path.join(root, "data", "mutants-"));
let survivors: string[];
try {
  survivors = survivorsOf([...cells, ...lines, unchanged]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const isSound = survivors.includes(unchanged.what);
for (const what of survivors.filter((what) => what !== unchanged.what)) console.log(`survived: ${what}`);
process.exit(
  conclude([
    verdictOn("cells of the permission table", cells),
    verdictOn("operators and values of what reads it", lines),
  ]),
);

/** Every cell with every other reach. */
function mutantsOfTable(): Mutant[] {
  return Object.entries(permissions).flatMap(([name, row]) =>
    roles.flatMap((role) =>
      reaches
        .filter((reach) => reach !== row[role])
        .map((reach) => {
          const line = new RegExp(`^  "${name}": (\\w+),$`, "m");
          const changed = source.replace(line, `  "${name}": { ...$1, ${role}: "${reach}" },`);
          if (changed === source) throw new Error(`no line of ${name}`);
          return { what: `${name}: ${role} ${row[role]} -> ${reach}`, source: changed };
        }),
    ),
  );
}

/**
 * Mutants of the code below the table: each comparison reversed, each `and` replaced by `or`, each
 * result negated, each role in a choice replaced.
 */
function mutantsOfLines(): Mutant[] {
  const start = source.indexOf("export function reachOf");
  const changes: [RegExp, string][] = [
    [/ === /g, " !== "],
    [/ && /g, " || "],
    [/ \|\| /g, " && "],
    [/return true/g, "return false"],
    [/return false/g, "return true"],
    [/!row\b/g, "row"],
    [/"any"/g, '"own"'],
    [/"none"/g, '"any"'],
    [/"part"/g, '"own"'],
    [/ownerStateIds\.includes/g, "participantStateIds.includes"],
    [/participantStateIds\.includes/g, "ownerStateIds.includes"],
    [/kind: "(desk|published)"/g, 'kind: "nothing"'],
    [/kind: "nothing"/g, 'kind: "desk"'],
    [/case "(admin|manager|officer|system|viewer|focal)"/g, 'case "other"'],
  ];
  const code = source
    .slice(start)
    .replace(/\/\*\*[\s\S]*?\*\/|^export type[\s\S]*?;$/gm, (text) => " ".repeat(text.length));
  return changes.flatMap(([pattern, instead]) =>
    [...code.matchAll(pattern)].map(({ index, 0: found }) => {
      const at = start + index;
      const line = source.slice(0, at).split("\n").length;
      return {
        what: `line ${line}: ${found.trim()} -> ${instead.trim()}`,
        source: source.slice(0, at) + instead + source.slice(at + found.length),
      };
    }),
  );
}

/** @returns the mutants whose copy of the test passed */
function survivorsOf(mutants: readonly Mutant[]): string[] {
  for (const [number, mutant] of mutants.entries()) {
    const own = path.join(folder, String(number));
    mkdirSync(own);
    cpSync(path.join(root, "domain", "roles.ts"), path.join(own, "roles.ts"));
    // A name that no other test run matches.
    cpSync(path.join(root, "domain", "permissions.test.ts"), path.join(own, "permissions.mutant.ts"));
    writeFileSync(path.join(own, "permissions.ts"), mutant.source);
  }
  const settings = { include: ["*/permissions.mutant.ts"], testTimeout: 60_000 };
  writeFileSync(path.join(folder, "vitest.config.mjs"), `export default { test: ${JSON.stringify(settings)} };\n`);
  const report = path.join(folder, "report.json");
  const vitest = path.join(root, "node_modules", "vitest", "vitest.mjs");
  const args = [vitest, "run", "--root", folder, "--reporter=json", `--outputFile=${report}`];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (status === null) throw new Error("the tests did not run");
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: { name: string; status: string }[];
  };
  if (testResults.length !== mutants.length) throw new Error(`${testResults.length} of ${mutants.length} were tried`);
  return testResults
    .filter(({ status }) => status === "passed")
    .map(({ name }) => mutants[Number(path.basename(path.dirname(name)))]?.what ?? name);
}

function verdictOn(what: string, mutants: readonly Mutant[]) {
  const killed = mutants.filter((mutant) => !survivors.includes(mutant.what)).length;
  return {
    what: `changes to ${what} are noticed`,
    figure: `${killed} of ${mutants.length}`,
    holds: isSound && killed / mutants.length >= WANTED,
  };
}
