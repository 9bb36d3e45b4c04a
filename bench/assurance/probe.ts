import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { freePort } from "../../db/embedded/server";
import { people } from "../../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { conclude, type Promised } from "../verdict";
import { probeSql } from "./sqlmap";
import { walkSite } from "./wapiti";

/**
 * Runs two scanners against a separate site on this machine: sqlmap on every parameter of the API
 * and of the pages' addresses, wapiti as each person. Needs both: apt-get install sqlmap wapiti
 *
 *     npm run bench:probe -- [sqlmap minutes] [wapiti minutes for each person] [level] [risk]
 */
const [sqlMinutes = 20, walkMinutes = 3, level = 3, risk = 2] = process.argv.slice(2).map(Number);

const environment = await openBenchEnvironment();
const folder = mkdtempSync("/var/tmp/asean-activity-tracker-probe-");
const logFile = path.join(folder, "site.log");
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const opened = openSite(environment, { port, origin: url, env: { LOG_LEVEL: "info" }, logFile });
await opened.ready;
const site = asTestSite(environment, url);

const promised: Promised[] = [];
if (sqlMinutes > 0) {
  const { tried, cut, open, injectable } = await probeSql(site, { folder, minutes: sqlMinutes, level, risk });
  promised.push({
    what: `sqlmap, level ${level}, risk ${risk}: nothing can be injected`,
    figure: `${injectable.length} of ${tried} parameters, ${cut} of them cut off, ${open} more not tried in ${sqlMinutes} minutes ${injectable.join(", ")}`,
    holds: injectable.length === 0 && tried > 0,
  });
}
if (walkMinutes > 0) {
  for (const person of [null, ...people]) {
    const findings = await walkSite(site, person, { folder, minutes: walkMinutes });
    for (const { category, level, what } of findings ?? [])
      console.log(`${person ?? "nobody"}: ${level} ${category}: ${what}`);
    const grave = findings?.filter(({ level }) => level >= 3).length ?? 0;
    promised.push({
      what: `wapiti as ${person ?? "nobody"}: nothing high or critical`,
      figure: findings ? `${grave}; lower ones ${findings.length - grave}` : "it did not end in its time",
      holds: findings !== null && grave === 0,
    });
  }
}
const failures = readFileSync(logFile, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("{"))
  .map((line) => JSON.parse(line) as { event?: string; route?: string; status?: number })
  .filter(
    ({ event, status = 0 }) =>
      event === "request_failed" || event === "action_failed" || (event === "request" && status >= 500),
  );
for (const line of failures.slice(0, 20)) console.log(JSON.stringify(line));
const served = readFileSync(logFile, "utf8").match(/"event":"request"/g)?.length ?? 0;
promised.push({
  what: "nothing fails meanwhile",
  figure: `${failures.length} of ${served} requests ${[...new Set(failures.map(({ route }) => route))].join(", ")}`,
  holds: failures.length === 0 && served > 0,
});
await opened.stop();
await environment.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(conclude(promised));
