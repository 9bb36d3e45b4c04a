import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

/**
 * Runs an installed scanner with a time limit.
 * @throws Error saying how to install it
 * @returns its output, and whether it was stopped by the limit
 */
export async function runScanner(
  program: string,
  args: readonly string[],
  minutes: number,
): Promise<{ said: string; isCut: boolean }> {
  if (spawnSync("which", [program], { stdio: "ignore" }).status !== 0)
    throw new Error(`There is no ${program}: apt-get install ${program}`);
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stderr.on("data", (part: Buffer) => parts.push(part));
  let isCut = false;
  const timer = setTimeout(() => {
    isCut = true;
    child.kill("SIGKILL");
  }, minutes * 60_000);
  await once(child, "close");
  clearTimeout(timer);
  return { said: Buffer.concat(parts).toString("utf8"), isCut };
}
