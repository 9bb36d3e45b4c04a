import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a scanner of the system, with an end to its patience. @throws Error saying how to get it
 * @returns what it printed, and whether it was cut off
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
