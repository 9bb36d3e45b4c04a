import { spawnSync } from "node:child_process";
import { root, siteEnv } from "../../e2e/support/server";
import { openBenchEnvironment } from "../environment";
import { conclude } from "../verdict";
import { auditSum, openOperations } from "./audited";
import { randomOf } from "./mangle";

/**
 * Thousands of random commands by people of every role, many of them refused: every change has its
 * row in the audit log and nothing else has one, and the log verifies.
 *
 *     npm run bench:operations -- [count] [seed]
 */
const count = Number(process.argv[2] ?? 10_000);
const random = randomOf(Number(process.argv[3] ?? 51));

const environment = await openBenchEnvironment();
const env = siteEnv(environment.databaseUrl, environment.authSecret);
// The commands run in this process, which signs the log as the site does.
for (const name of ["DATABASE_URL", "AUTH_SECRET", "AUDIT_KEY"]) process.env[name] = env[name];
const { runOne, sums, faults, stop } = await openOperations(environment.databaseUrl, random);
const before = await auditSum(environment.databaseUrl);
for (let number = 1; number <= count; number += 1) {
  await runOne(number);
  if (number % 1_000 === 0) console.log(`${number}: ${sums.changed} changes, ${sums.refused} refused`);
}
const after = await auditSum(environment.databaseUrl);
await stop();
const { status, stdout } = spawnSync(process.execPath, ["bin/audit.mjs", "verify"], {
  cwd: root,
  env,
  encoding: "utf8",
});
await environment.stop();

console.log(
  [...sums.kinds]
    .sort()
    .map(([what, number]) => `${what} ${number}`)
    .join(", "),
);
for (const fault of faults.slice(0, 20)) console.log(fault);
process.exit(
  conclude([
    {
      what: "each change has its rows in the audit log, whole; what was refused or changed nothing has none, refused sign-ins and the first of each kind of denied act apart",
      figure: `${count} operations: ${sums.changed} changes, ${sums.marked} refused sign-ins, ${sums.refused} other refusals (${sums.denied} written down as denied), ${sums.unchanged} without effect; faults ${faults.length}`,
      holds: faults.length === 0 && sums.changed > 0 && sums.refused > 0 && sums.denied > 0,
    },
    {
      what: "the log has these rows and no others",
      figure: `${after.rows - before.rows} rows for ${sums.rows} expected`,
      holds: after.rows - before.rows === sums.rows,
    },
    {
      what: "npm run audit -- verify",
      figure: `exit ${status}: ${stdout.trim().split("\n").at(0)}`,
      holds: status === 0,
    },
  ]),
);
