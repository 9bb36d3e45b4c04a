import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../../e2e/support/server";
import type { Said } from "./condition-probes";

/**
 * Runs an operator's commands on the data folder of the running site, with their files on the same
 * disk.
 * @returns for each the exit code, the number of lines printed and the last of them; and the files
 *   left on the disk
 */
export async function runCommands(dataDir: string): Promise<Said> {
  const folder = path.dirname(dataDir);
  const before = readdirSync(folder);
  const said: Said = {};
  for (const [what, args] of Object.entries({
    backup: ["bin/backup.mjs", path.join(folder, "register.backup")],
    user: ["bin/user.mjs", "add", "--email", `new.${process.pid}@test.example`, "--name", "New", "--role", "viewer"],
    audit: ["bin/audit.mjs", "verify"],
  })) {
    said[`npm run ${what}`] = await heard(args, dataDir);
  }
  const left = readdirSync(folder).filter((name) => !before.includes(name));
  return { ...said, "left behind": left.length === 0 ? "nothing" : left.join(", ") };
}

async function heard(args: string[], dataDir: string): Promise<string> {
  const { PATH, HOME } = process.env;
  const env = { NODE_ENV: "production" as const, PATH, HOME, DATA_DIR: dataDir };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "ignore", "pipe"] });
  let text = "";
  child.stderr.on("data", (part: Buffer) => {
    text += part.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  const lines = text.trim().split("\n").filter(Boolean);
  return `exit ${code}, ${lines.length} lines${lines.length > 0 ? `: ${lines.at(-1)}` : ""}`;
}
