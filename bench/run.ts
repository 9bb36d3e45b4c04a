import { freePort } from "../db/embedded/server";
import { mintSession, sessionCookie } from "../e2e/session";
import { ms, quantile } from "./figures";
import { fill } from "./fill";
import { openFloor } from "./floor-site";
import { asTestSite, openGround, openSite } from "./ground";
import { fetchOnce, hammer, type Measured, memoryOf, nothingYet, type Target, timesOf } from "./hammer";
import { measureInBrowser } from "./in-browser";
import { makeWriter, writeOnce } from "./writers";

/**
 * What the site costs beside the floor of the same run, on databases of its own with 10,000 and 100,000 entries. Nothing fails on a
 * time: machines differ, ratios less so.
 *
 *     npm run bench -- [seconds]
 */
const seconds = Number(process.argv[2] ?? 3);
const ROUNDS = 3;

const AT_ONCE = 4;
const address = "?status=ongoing&sort=progress.desc,title.asc&size=50";

const small = await openFilled(10_000);
const large = await openFilled(100_000);
const floor = await openFloor(small.ground, await freePort());

const browser = await measureInBrowser({
  site: `${small.url}/activities`,
  floor: `${floor.url}/table`,
  cookie: { name: sessionCookie, value: small.session },
});

const page = (name: string, { url, pid, headers }: Opened, path: string, more = {}): Target => ({
  ...{ name, url: url + path, pid, headers: { ...headers, ...more } },
});
const bare = (name: string, path: string): Target => ({ name, url: floor.url + path, pid: floor.pid });
const targets: Target[] = [
  bare("floor: bare page", "/bare"),
  bare("floor: table page", `/table${address}`),
  bare("floor: rows as JSON", `/rows${address}`),
  page("table page, 10,000", small, `/activities${address}`),
  page("table page, 100,000", large, `/activities${address}`),
  page("table step, 10,000", small, `/activities${address}&_rsc=${browser.step.rsc}`, browser.step.headers),
  page("overview", small, "/"),
  page("activity page", small, `/activities/${small.writer.id}`),
];
const results = new Map<string, Measured>(targets.map(({ name }) => [name, nothingYet()]));
for (const target of targets) await hammer(target, 1, AT_ONCE, nothingYet());
for (let round = 0; round < ROUNDS; round += 1) {
  for (const target of targets) await hammer(target, seconds, AT_ONCE, results.get(target.name) ?? nothingYet());
}

console.log(`\n${AT_ONCE} at once, ${ROUNDS} x ${seconds} s each, interleaved; bytes are gzip`);
console.table(Object.fromEntries([...results].map(([name, measured]) => [name, inWords(measured)])));
const rps = (name: string) => perSecond(results.get(name));
const cpu = (name: string) => cpuEach(results.get(name));
const aims: [what: string, value: number, aim: string][] = [
  ["first page / bare table page, requests a second", rps("table page, 10,000") / rps("floor: table page"), ">= 0.5"],
  ["step / JSON route, CPU", cpu("table step, 10,000") / cpu("floor: rows as JSON"), "<= 2"],
  ["step, kB gzip", (results.get("table step, 10,000")?.bytes ?? 0) / 1_000, "<= 10"],
  ["100,000 / 10,000 entries, CPU and database", rps("table page, 10,000") / rps("table page, 100,000"), "<= 1.25"],
  ...browser.aims,
];
console.table(aims.map(([what, value, aim]) => ({ what, value: Number(value.toFixed(2)), aim })));

const asked = (path: string) => () => fetchOnce(page("", small, path));
const works: [string, number, () => Promise<unknown>][] = [
  ["an update", 20, () => writeOnce(small.site, small.writer, small.session)],
  ["CSV, 10,000 rows", 5, asked("/activities/export?format=csv&q=lot")],
  ["Excel, 10,000 rows", 2, asked("/activities/export?format=xlsx&q=lot")],
  ["Word, 500 rows", 5, asked("/activities/export?format=docx&q=lot0003")],
];
for (const [name, count, work] of works) {
  const times = await timesOf(count, work);
  console.log(`${name}: p50 ${ms(quantile(times, 0.5))}, longest ${ms(Math.max(...times))} (${count} times)`);
}
const { now, peak } = memoryOf(small.pid);
console.log(`memory of the site: ${now.toFixed(0)} MB now, ${peak.toFixed(0)} MB at most`);

await floor.stop();
for (const { stop } of [small, large]) await stop();
process.exit();

type Opened = Awaited<ReturnType<typeof openFilled>>;

async function openFilled(count: number) {
  const ground = await openGround();
  await fill(ground.databaseUrl, count);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const opened = openSite(ground, { port, origin: url });
  await opened.ready;
  const site = asTestSite(ground, url);
  const session = await mintSession(site, "officer");
  const headers = { cookie: `${sessionCookie}=${session}; locale=en` };
  const stop = async () => {
    await opened.stop();
    await ground.stop();
  };
  return { ground, url, site, session, headers, pid: opened.pid ?? 0, writer: await makeWriter(site), stop };
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
