import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Refusal } from "../db/embedded/refusal.mjs";

type Serving = {
  root: string;
  host: string;
  port: number;
  /** The whole environment of the site, except for what is set here. */
  env: NodeJS.ProcessEnv;
  isDevelopment?: boolean;
  /** Destination of its output; by default that of this process. */
  output?: "inherit" | number;
};

export type Site = {
  /** The process; undefined when it could not be started. */
  pid: number | undefined;
  /** Resolves when the site answers; rejects if it ends before. */
  ready: Promise<void>;
  /** The exit code; null after a signal. */
  exited: Promise<number | null>;
  /** Waits for requests in progress (12 s at most, after SHUTDOWN_GRACE_S), then returns. */
  stop: () => Promise<void>;
};

const READY_S = 60;
/**
 * Longer than the site's own maximum: 15 s of grace, 12 s for requests, 5 s for mails, 4 s for the
 * rest.
 */
const STOP_S = 45;

/**
 * Runs `next start` (or `next dev`) as a child process that ends with this process, however it
 * ends.
 */
export function serve({ root, host, port, env, isDevelopment = false, output = "inherit" }: Serving): Site {
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const args = [next, isDevelopment ? "dev" : "start", "-H", host, "-p", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: root,
    // The channel informs the child when this process ends, even by kill -9
    // (server/observability/lifecycle.ts).
    stdio: ["ignore", output, output, "ipc"],
    env: {
      ...env,
      HOST: host,
      PORT: String(port),
      NODE_ENV: isDevelopment ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_MANUAL_SIG_HANDLE: "true",
    },
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code)).once("error", () => resolve(1));
  });
  return { pid: child.pid, ready: untilReady(host, port, exited), exited, stop: () => stop(child, exited) };
}

async function untilReady(host: string, port: number, exited: Promise<number | null>): Promise<void> {
  const name = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host.includes(":") ? `[${host}]` : host;
  let isOver = false;
  void exited.then(() => {
    isOver = true;
  });
  for (const end = Date.now() + READY_S * 1000; Date.now() < end && !isOver; await delay(50)) {
    try {
      // Any answer is sufficient: requests are only answered after instrumentation has run.
      await fetch(`http://${name}:${port}/api/health`, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
      if (!isOver) return;
    } catch {
      // The site does not listen yet.
    }
  }
  throw new Refusal(isOver ? "The site ended while starting." : `The site did not answer within ${READY_S} s.`);
}

async function stop(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_S * 1000);
  await exited;
  clearTimeout(timer);
}
