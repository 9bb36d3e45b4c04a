import { Agent } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../db/embedded/server";
import { send } from "../../e2e/support/http";
import { mintSession } from "../../e2e/support/session";
import { pastLimits } from "../../server/past/past-days";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { ms, quantile } from "../figures";
import { fill } from "../fill";
import { timesOf } from "../hammer";
import { conclude } from "../verdict";
import { writeVersions } from "../versions";

/**
 * One person requests many past days at once, none of them prepared, and repeats the requests,
 * while another person works: one day is filled at a time, the budget is respected, prepared days
 * cost nothing, and the other person hardly notices.
 *
 *     npm run bench:days -- [entries] [versions] [days at once]
 */
const [entries = 100_000, versions = 20, atOnce = 48] = process.argv.slice(2).map(Number);
const OTHERS_MS = 2_000;

const environment = await openBenchEnvironment();
await fill(environment.databaseUrl, entries);
await writeVersions(environment.databaseUrl, versions);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const opened = openSite(environment, { port, origin: url });
await opened.ready;
const site = asTestSite(environment, url);
const [viewer, officer] = [await mintSession(site, "viewer"), await mintSession(site, "officer")];
const agent = new Agent({ keepAlive: true, maxSockets: atOnce + 4 });

const page = "/activities?status=ongoing&sort=progress.desc,title.asc&size=50";
const look = async () => {
  const { status } = await send(site, page, { session: officer, agent });
  if (status !== 200) others.push(status);
};
/** Answers to the other person that are not a page. */
const others: number[] = [];
const dayOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number * 7)).toISOString().slice(0, 10);
const ask = (number: number) => send(site, `/activities?asof=${dayOf(number)}`, { session: viewer, agent });

await timesOf(20, look);
const alone = await timesOf(100, look);
console.log(`a page while nothing else is asked: p50 ${ms(quantile(alone, 0.5))}, p99 ${ms(quantile(alone, 0.99))}`);

let isOver = false;
const beside: number[] = [];
const working = (async () => {
  while (!isOver) beside.push(...(await timesOf(1, look)));
})();
const began = performance.now();
const crowd = await Promise.all(Array.from({ length: atOnce }, (_, number) => ask(number)));
console.log(`${atOnce} days at once: ${tally(crowd)} after ${ms(performance.now() - began)}`);
// Repeated until each day has been shown or the budget is used up.
const seen = new Set<number>();
const answers: { status: number; retryAfter: number }[] = [];
for (let turn = 0; turn < 60 && seen.size < pastLimits.budget; turn += 1) {
  for (let number = 0; number < atOnce && seen.size < pastLimits.budget; number += 1) {
    if (seen.has(number)) continue;
    const { status, headers } = await ask(number);
    answers.push({ status, retryAfter: Number(headers["retry-after"] ?? 0) });
    if (status === 200) seen.add(number);
    if (status === 429) break;
  }
  if (answers.at(-1)?.status === 429) break;
  await delay(500);
}
const spent = await ask(atOnce + 1);
const free = await Promise.all([...seen].slice(-3).map(ask));
isOver = true;
await working;
await opened.stop();
await environment.stop();

function tally(all: readonly { status: number }[]): string {
  const statuses = [...new Set(all.map(({ status }) => status))].sort();
  return statuses.map((status) => `${all.filter((one) => one.status === status).length} x ${status}`).join(", ");
}

const p99 = quantile(beside, 0.99);
process.exit(
  conclude([
    {
      what: `another person's page meanwhile: p99 at most ${ms(OTHERS_MS)}, no wrong answer`,
      figure: `${beside.length} pages, p50 ${ms(quantile(beside, 0.5))}, p99 ${ms(p99)}, most ${ms(Math.max(...beside))}; ${others.length} wrong`,
      holds: p99 <= OTHERS_MS && others.length === 0,
    },
    {
      what: "of the crowd each gets the day or is told to come back",
      figure: tally(crowd),
      holds: crowd.every(({ status, headers }) => status === 200 || Number(headers["retry-after"]) > 0),
    },
    {
      what: "the days that were taken in are there when one comes back; beyond the budget new ones are refused with the time to wait",
      figure: `${seen.size} of ${pastLimits.budget}; then ${spent.status}, Retry-After ${spent.headers["retry-after"]}; on the way ${tally(answers)}`,
      holds: seen.size > 0 && seen.size <= pastLimits.budget && spent.status === 429,
    },
    { what: "prepared days stay free", figure: tally(free), holds: free.every(({ status }) => status === 200) },
  ]),
);
