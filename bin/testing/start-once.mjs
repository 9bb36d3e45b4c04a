import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { enterableTemporaryFolder } from "../../db/embedded/database-user.mjs";
import { Refusal } from "../../db/embedded/refusal.mjs";
import { claimPort } from "../launch/port.mjs";

/** Timeout in case of a hang; a first start has to create and fill a database. */
const PATIENCE_MS = 120_000;

/**
 * Starts the site as `npm start` does, on a new database with the sample register, requests a page
 * and its health, and stops it.
 * @param {string} root the clone, with a build of this Node
 * @param {NodeJS.ProcessEnv} env without settings of the site
 * @param {AbortSignal} signal
 * @throws {Refusal} with the site's output if it does not start, answer or end as expected
 */
export async function startOnce(root, env, signal) {
  const dataDir = mkdtempSync(path.join(enterableTemporaryFolder(), "asean-activity-tracker-start-"));
  // When run as root, PostgreSQL runs as another user, who has to reach its folder.
  chmodSync(dataDir, 0o711);
  const port = await claimPort("127.0.0.1", 0);
  const { NODE_ENV: _, ...given } = env;
  const child = spawn(process.execPath, [path.join(root, "bin", "start.mjs")], {
    cwd: root,
    env: { ...given, NODE_ENV: "production", DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = once(child, "exit");
  try {
    await new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text) => {
          output += text;
          if (output.includes("Stop      Ctrl-C")) resolve(undefined);
        });
      }
      ended.then(() => reject(new Refusal(`The site ended before it was open:\n${output}`)));
      AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]).addEventListener("abort", () =>
        reject(new Refusal(`The site was not open in time:\n${output}`)),
      );
    });
    for (const address of ["/sign-in", "/api/health/ready"]) {
      const { status } = await fetch(`http://127.0.0.1:${port}${address}`, { signal });
      if (status !== 200) throw new Refusal(`${address} answered ${status}:\n${output}`);
    }
    child.kill("SIGTERM");
    const [code] = await ended;
    if (code !== 0) throw new Refusal(`The site ended with ${code}:\n${output}`);
  } finally {
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }
}
