import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { enterableTemporaryFolder } from "../../db/embedded/database-user.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { claimPort } from "../launch/port.mjs";

/** A limit against hanging: a first start makes a database and fills it. */
const PATIENCE_MS = 120_000;

/**
 * Starts the site as `npm start` does, on a new database with the sample register, asks it for a
 * page and for its health, and ends it.
 * @param {string} root the clone, with a build of this Node
 * @param {NodeJS.ProcessEnv} env without settings of the site
 * @param {AbortSignal} signal
 * @throws {Refusal} with what the site said where it does not start, answer or end as it should
 */
export async function startOnce(root, env, signal) {
  const dataDir = mkdtempSync(path.join(enterableTemporaryFolder(), "asean-activity-tracker-start-"));
  // The user that root hands the database to has to pass through.
  chmodSync(dataDir, 0o711);
  const port = await claimPort("127.0.0.1", 0);
  const { NODE_ENV: _, ...given } = env;
  const child = spawn(process.execPath, [path.join(root, "bin", "start.mjs")], {
    cwd: root,
    env: { ...given, NODE_ENV: "production", DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = once(child, "exit");
  try {
    await new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text) => {
          said += text;
          if (said.includes("Stop      Ctrl-C")) resolve(undefined);
        });
      }
      ended.then(() => reject(new Refusal(`The site ended before it was open:\n${said}`)));
      AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]).addEventListener("abort", () =>
        reject(new Refusal(`The site was not open in time:\n${said}`)),
      );
    });
    for (const address of ["/sign-in", "/api/health/ready"]) {
      const { status } = await fetch(`http://127.0.0.1:${port}${address}`, { signal });
      if (status !== 200) throw new Refusal(`${address} answered ${status}:\n${said}`);
    }
    child.kill("SIGTERM");
    const [code] = await ended;
    if (code !== 0) throw new Refusal(`The site ended with ${code}:\n${said}`);
  } finally {
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}
