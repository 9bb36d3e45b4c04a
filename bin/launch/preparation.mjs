import path from "node:path";
import { longStep } from "./step.mjs";

/**
 * @typedef {{ email: string, role: string }} SampleAccount
 * @typedef {{ loadSample: boolean, sampleAccountsWork: boolean, sampleAccountsOffered: boolean }}
 *   Plan
 */

/**
 * Migrates and seeds the database of `env.DATABASE_URL` (bin/prepare.ts).
 * @param {string} root the clone
 * @param {Plan} plan
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ sampleAccounts: SampleAccount[], setupPath: string | null }>} the sample
 *   accounts that can sign in, and the path where the first administrator is made, if there is none
 */
export async function prepareDatabase(root, plan, env, signal) {
  const args = [...typescript(root, "prepare.ts")];
  if (plan.loadSample) args.push("--sample");
  if (plan.sampleAccountsWork) args.push("--sample-accounts");
  if (plan.sampleAccountsOffered) args.push("--sample-offered");
  const output = await longStep("Preparing the database", process.execPath, args, {
    cwd: root,
    env,
    ...(signal && { signal }),
  });
  return JSON.parse(output);
}

/**
 * Node's arguments for running one of bin's TypeScript files as server code.
 * @param {string} root
 * @param {string} file
 */
export function typescript(root, file) {
  return ["--conditions=react-server", "--import", "tsx", path.join(root, "bin", file)];
}
