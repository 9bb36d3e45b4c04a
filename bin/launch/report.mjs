import { say } from "./step.mjs";

/**
 * Prints what the operator needs to know once the site answers.
 * @param {{ address: string, data: string, accounts: { email: string, role: string }[], password:
 *   string | undefined, setupPath: string | null }} facts accounts and password only if they may be
 *   shown; `setupPath` as long as there is no account
 */
export function report({ address, data, accounts, password, setupPath }) {
  const lines = ["", `  Open      ${address}`, `  Data      ${data}`];
  if (setupPath) lines.push(`  Begin     ${address}${setupPath}`, "            makes the first administrator");
  if (accounts.length > 0 && password) {
    lines.push(`  Accounts  of the sample register, password ${password}`);
    lines.push(...accounts.map(({ email, role }) => `            ${email.padEnd(26)} ${role}`));
  }
  lines.push("  Stop      Ctrl-C", "");
  say(`${lines.join("\n")}\n`);
}

/**
 * @param {string} host
 * @param {number} port
 */
export function addressOf(host, port) {
  return `http://${host.includes(":") ? `[${host.replace(/[[\]]/g, "")}]` : host}:${port}`;
}
