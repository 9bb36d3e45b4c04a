import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { root, siteEnv } from "../e2e/support/server";
import type { BenchEnvironment } from "./environment";

const folder = path.join(root, "bench", "floor");
const next = path.join(root, "node_modules", "next", "dist", "bin", "next");

/** The minimal site of the floor on the same database, built if necessary. */
export async function openFloor({ databaseUrl, authSecret }: BenchEnvironment, port: number) {
  const env = { ...siteEnv(databaseUrl, authSecret), NEXT_TELEMETRY_DISABLED: "1" };
  if (!existsSync(path.join(folder, ".next", "BUILD_ID"))) {
    console.log("  Building the floor …");
    execFileSync(process.execPath, [next, "build"], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  }
  const args = [next, "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null && !(await fetch(`${url}/bare`).catch(() => null))) await delay(100);
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url, pid: child.pid ?? 0, stop };
}
