import { freePort } from "../db/embedded/server";
import { mintSession, sessionCookie } from "../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "./environment";
import { ms, printAims, quantile } from "./figures";
import { fill } from "./fill";
import { openFloor } from "./floor-site";
import { hammer, type Measured, nothingYet, type Target, warmUp } from "./hammer";
import { measureInBrowser } from "./in-browser";
import { measureDownloads, measureFacets, type Opened } from "./workloads";
import { makeWriter } from "./writers";

/**
 * The cost of the site compared with the floor in the same run, on separate databases with 10,000
 * and 100,000 entries. A slow time is not an error: machines differ, ratios less so.
 *
 *     npm run bench -- [seconds]
 */
const seconds = Number(process.argv[2] ?? 3);
const ROUNDS = 3;

const AT_ONCE = 4;
const address = "?status=ongoing&sort=progress.desc,title.asc&size=50";

const small = await openFilled(10_000);
const large = await openFilled(100_000);
const floor = await openFloor(small.environment, await freePort());

const browser = await measureInBrowser({
  site: `${small.url}/activities`,
  floor: `${floor.url}/table`,
  cookie: { name: sessionCookie, value: small.session },
});

const page = (name: string, { url, pid, headers }: Opened, path: string, more = {}): Target => ({
  name,
  url: url + path,
  pid,
  headers: { ...headers, ...more },
});
const bare = (name: string, path: string): Target => ({ name, url: floor.url + path, pid: floor.pid });
const targets: Target[] = [
  bare("floor: bare page", "/bare"),
  bare("floor: table page", `/table${address}`),
  bare("floor: rows as JSON", `/rows${address}`),
  page("table page, 10,000", small, `/activities${address}`),
  page("table page, 100,000", large, `/activities${address}`),
  page("table step, 10,000", small, `/activities${address}&_rsc=${browser.step.rsc}`, browser.step.headers),
  page("overview, 10,000", small, "/"),
  page("overview, 100,000", large, "/"),
  page("activity page", small, `/activities/${small.writer.id}`),
];
const results = new Map<string, Measured>(targets.map(({ name }) => [name, nothingYet()]));
for (const target of targets) await warmUp(target, AT_ONCE);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const target of targets) await hammer(target, seconds, AT_ONCE, results.get(target.name) ?? nothingYet());
}

console.log(`\n${AT_ONCE} at once, ${ROUNDS} x ${seconds} s each, interleaved; bytes are gzip`);
console.table(Object.fromEntries([...results].map(([name, measured]) => [name, inWords(measured)])));
const rps = (name: string) => perSecond(results.get(name));
const cpu = (name: string) => cpuEach(results.get(name));

for (const opened of [small, large]) await measureFacets(opened);
const downloads = await measureDownloads(small);
printAims([
  {
    what: "first page / bare table page, requests a second",
    value: rps("table page, 10,000") / rps("floor: table page"),
    atLeast: 0.5,
  },
  { what: "step / JSON route, CPU", value: cpu("table step, 10,000") / cpu("floor: rows as JSON"), atMost: 2 },
  { what: "step, kB gzip", value: (results.get("table step, 10,000")?.bytes ?? 0) / 1_000, atMost: 10 },
  {
    what: "100,000 / 10,000 entries, CPU and database",
    value: rps("table page, 10,000") / rps("table page, 100,000"),
    atMost: 1.25,
  },
  ...browser.aims,
  ...downloads,
]);

await floor.stop();
for (const { stop } of [small, large]) await stop();
process.exit();

async function openFilled(count: number): Promise<Opened> {
  const environment = await openBenchEnvironment();
  await fill(environment.databaseUrl, count);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const opened = openSite(environment, { port, origin: url });
  await opened.ready;
  const site = asTestSite(environment, url);
  const session = await mintSession(site, "officer");
  const headers = { cookie: `${sessionCookie}=${session}; locale=en` };
  const stop = async () => {
    await opened.stop();
    await environment.stop();
  };
  const writer = await makeWriter(site);
  return { environment, url, site, session, headers, pid: opened.pid ?? 0, writer, entries: count, stop };
}

function perSecond({ times, seconds: measured } = nothingYet()): number {
  return times.length / measured;
}

function cpuEach({ times, cpuMs } = nothingYet()): number {
  return cpuMs / times.length;
}

function inWords(measured: Measured) {
  return {
    "a second": Math.round(perSecond(measured)),
    p50: ms(quantile(measured.times, 0.5)),
    p99: ms(quantile(measured.times, 0.99)),
    "CPU each": ms(cpuEach(measured)),
    kB: (measured.bytes / 1_000).toFixed(1),
  };
}
