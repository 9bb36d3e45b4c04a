import { rmSync } from "node:fs";
import { Agent } from "node:http";
import { freePort } from "../../db/embedded/server";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { ms, quantile } from "../figures";
import { fill } from "../fill";
import { openFloor } from "../floor-site";
import { fetchOnce } from "../hammer";
import { conclude, type Promised } from "../verdict";
import { openMix, type Turn } from "./mix";
import { type Done, paced, withThinkTime } from "./pace";
import { loopLag, meanOf, readLog, watch } from "./watch";

/**
 * Mixed work at an even pace for a long time: does memory grow, do files stay open, does the event
 * loop lag, does anything fail, does the log contain a secret? Then many people with think time,
 * compared with a bare page under the same number. Linux only.
 *
 *     npm run bench:soak -- [minutes] [requests a second]
 */
const minutes = Number(process.argv[2] ?? 20);
const perSecond = Number(process.argv[3] ?? 20);
const USERS = 200;
const THINK_S = 5;
const ROUNDS = 2;
const ROUND_S = 30;

const environment = await openBenchEnvironment();
await fill(environment.databaseUrl, 1_000);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const logFile = `/var/tmp/asean-activity-tracker-soak-${process.pid}.log`;
const opened = openSite(environment, { port, origin: url, env: { LOG_LEVEL: "info", METRICS_OPEN: "1" }, logFile });
await opened.ready;
const pid = opened.pid ?? 0;
const floor = await openFloor(environment, await freePort());
const site = asTestSite(environment, url);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const mix = await openMix(site, agent);

type Tally = { times: number[]; failed: string[]; kinds: Map<string, number> };
const newTally = (): Tally => ({ times: [], failed: [], kinds: new Map() });

const soaked = newTally();
// Every kind once, so that code loaded on first use is not measured.
await paced({ perSecond, seconds: 10 }, mix.turn, () => undefined);
await loopLag(url);
const watched = watch(pid);
const leftOut = await paced({ perSecond, seconds: minutes * 60 }, mix.turn, (result) => count(soaked, result));
watched.stop();
const lag = await loopLag(url);

const [people, hello] = [newTally(), newTally()];
for (let round = 0; round < ROUNDS; round += 1) {
  const crowd = { users: USERS, seconds: ROUND_S, thinkS: THINK_S };
  // Pages only, to compare with the bare page.
  await withThinkTime(
    crowd,
    (user, turn) => mix.page(user + turn),
    (result) => count(people, result),
  );
  const bare = { url: `${floor.url}/bare` };
  await withThinkTime(
    crowd,
    () => fetchOnce(bare).then(() => ({ what: "bare", status: 200 })),
    (result) => count(hello, result),
  );
}
await Promise.all([opened.stop(), floor.stop()]);
const log = readLog(logFile, mix.canaries);
rmSync(logFile, { force: true });
await environment.stop();

console.log(`${soaked.times.length} requests in ${minutes} minutes; left out ${leftOut}`);
console.log([...soaked.kinds].map(([what, number]) => `${what} ${number}`).join(", "));
for (const failure of [...soaked.failed, ...people.failed].slice(0, 20)) console.log(`failed: ${failure}`);
for (const line of log.notJson.slice(0, 5)) console.log(`no JSON: ${line.slice(0, 200)}`);
process.exit(conclude(promises()));

function count(tally: Tally, { ms: took, value, error }: Done<Turn>): void {
  tally.times.push(took);
  const what = value ? `${value.what} ${value.status}` : "no answer";
  tally.kinds.set(what, (tally.kinds.get(what) ?? 0) + 1);
  if (error !== null || !value || value.status >= 500 || value.status === 0) tally.failed.push(error ?? what);
}

function promises(): Promised[] {
  const { samples } = watched;
  const [before, after] = [meanOf(samples, "memory", 0.25, 0.5), meanOf(samples, "memory", 0.75, 1)];
  const [filesBefore, filesAfter] = [meanOf(samples, "files", 0.25, 0.5), meanOf(samples, "files", 0.75, 1)];
  const memory = `${before.toFixed(0)} MB in the second quarter, ${after.toFixed(0)} MB in the last`;
  const times = ({ times }: Tally) => `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`;
  return [
    { what: "memory does not grow by more than a tenth", figure: memory, holds: after <= before * 1.1 },
    {
      what: "open files stay as many",
      figure: `${filesBefore.toFixed(0)}, then ${filesAfter.toFixed(0)}`,
      holds: filesAfter <= filesBefore * 1.1 + 5,
    },
    { what: "the event loop is late by 100 ms at most", figure: `p99 ${ms(lag)}`, holds: lag <= 100 },
    {
      what: "nothing fails",
      figure: `${soaked.failed.length} of ${soaked.times.length}, ${times(soaked)}`,
      holds: soaked.failed.length + leftOut === 0,
    },
    {
      what: "each line of the log is JSON, each request has its number",
      figure: `${log.notJson.length} and ${log.withoutNumber} of ${log.lines} are not so`,
      holds: log.notJson.length + log.withoutNumber === 0 && log.lines > 0,
    },
    { what: "no secret in the log", figure: log.told.join(", ") || "none", holds: log.told.length === 0 },
    {
      what: `${USERS} people who think for ${THINK_S} s: nothing fails`,
      figure: `${people.failed.length} of ${people.times.length}, ${times(people)}; bare page: ${hello.failed.length} of ${hello.times.length}, ${times(hello)}`,
      holds: people.failed.length === 0,
    },
  ];
}
