import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { fail } from "./launch/fail.mjs";
import { root } from "./launch/settings.mjs";
import { nodeProgram } from "./testing/node-program.mjs";

/*
 * Types, unit and data tests and one start of the site on another version of Node:
 *
 *     node bin/test-node.mjs 24
 */
try {
  const program = await nodeProgram(process.argv[2] ?? "", root);
  const child = spawn(program, [path.join(root, "bin", "test.mjs"), "--short"], { cwd: root, stdio: "inherit" });
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(name, () => child.kill(name));
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
} catch (error) {
  fail(error);
}
