import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { Refusal } from "./refusal.mjs";

/**
 * The only role that may connect, and the database it owns. It is not a superuser, so SQL cannot
 * access files or programs.
 */
export const ROLE = "tracker";
export const DATABASE = "tracker";
const MAJOR = "18";

/**
 * With LC_CTYPE C, pg_trgm yields no trigrams for Lao and search finds nothing; any UTF-8 ctype
 * works. The available names depend on the machine, so the first that initdb accepts is used.
 */
const ctypes = process.platform === "darwin" ? ["en_US.UTF-8"] : ["C.UTF-8", "C.utf8", "en_US.UTF-8"];

type Making = { cluster: string; account: Account; binaries: Binaries; password: string; isThrowaway: boolean };

/**
 * Creates the cluster if it does not exist. It is built under another name and renamed, so that an
 * interrupted start leaves none.
 * @returns whether it was created now
 * @throws Refusal if an existing cluster has another PostgreSQL version, or none could be created
 */
export function ensureCluster(making: Making): boolean {
  const versionFile = path.join(making.cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version === MAJOR) return false;
    throw new Refusal(`The database in ${making.cluster} is of PostgreSQL ${version}; this version bundles ${MAJOR}.`);
  }
  const fresh = `${making.cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (making.account) chownSync(fresh, making.account.uid, making.account.gid);
  initialise(fresh, making);
  // The server's account creates the folder and owns it; root writes only the access file
  // (pg_hba.conf).
  const hba = path.join(fresh, "pg_hba.conf");
  writeFileSync(hba, `host all ${ROLE} 127.0.0.1/32 scram-sha-256\n`);
  chmodSync(hba, 0o600);
  createRole(fresh, making);
  renameSync(fresh, making.cluster);
  return true;
}

function initialise(folder: string, { account, binaries, isThrowaway }: Making): void {
  let message = "";
  for (const ctype of ctypes) {
    // "reject" for everybody: access is configured afterwards, and the superuser never gets any.
    const args = ["-D", folder, "-U", "postgres", "--encoding=UTF8", "--locale=C", `--lc-ctype=${ctype}`];
    args.push("--auth-host=reject", "--auth-local=reject", "--no-instructions", ...(isThrowaway ? ["--no-sync"] : []));
    const result = spawnSync(binaries.initdb, args, { ...account, cwd: "/", encoding: "utf8" });
    if (result.status === 0) return;
    message = result.error?.message ?? result.stderr;
  }
  throw new Refusal(`The database could not be made in ${folder}: ${message.trim().split("\n").join(" ")}`);
}

/** Single-user mode reads SQL from standard input, so the superuser never needs a password. */
function createRole(folder: string, { account, binaries, password, isThrowaway }: Making): void {
  const role = `CREATE ROLE ${ROLE} LOGIN ${isThrowaway ? "CREATEDB " : ""}PASSWORD '${password.replaceAll("'", "''")}';`;
  const input = `${role}\nCREATE DATABASE ${DATABASE} OWNER ${ROLE};\n`;
  const args = ["--single", "-D", folder, "-c", "exit_on_error=true", ...(isThrowaway ? ["-F"] : []), "postgres"];
  const result = spawnSync(binaries.postgres, args, { ...account, cwd: "/", encoding: "utf8", input });
  if (result.status !== 0) {
    throw new Refusal(`The database's role could not be made: ${result.stderr.replaceAll(password, "…").trim()}`);
  }
}
