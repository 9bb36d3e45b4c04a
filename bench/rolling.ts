import { setTimeout as delay } from "node:timers/promises";
import type { Site } from "../bin/serve";
import { freePort } from "../db/embedded/server";
import { send } from "../e2e/support/http";
import { mintSession } from "../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "./environment";
import { ms, quantile } from "./figures";
import { openRoundRobin } from "./round-robin";
import { countLosses, makeWriter, type Writer, writeOnce } from "./writers";

/**
 * Three processes of the site on one PostgreSQL behind a proxy, under load, each restarted in turn:
 * how many requests failed, and was any acknowledged write lost?
 *
 *     npm run bench:rolling -- [rounds]
 */
const rounds = Number(process.argv[2] ?? 2);
const CLIENTS = 6;
const GRACE_S = 2;

type Tally = { times: number[]; failures: string[]; writes: number; exports: number };

const environment = await openBenchEnvironment();
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const ports = [await freePort(), await freePort(), await freePort()];
const env = { SHUTDOWN_GRACE_S: String(GRACE_S), TRUSTED_PROXIES: "127.0.0.1" };
const open = (backend: number) => openSite(environment, { port: backend, origin, env });
const sites = new Map<number, Site>(ports.map((backend) => [backend, open(backend)]));
await Promise.all([...sites.values()].map(({ ready }) => ready));
const proxy = await openRoundRobin(ports, port);
const site = asTestSite(environment, origin);
await delay(1_000);

const tally: Tally = { times: [], failures: [], writes: 0, exports: 0 };
const writers: Writer[] = [];
let isOver = false;
const began = Date.now();
const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
for (let round = 1; round <= rounds; round += 1) {
  for (const backend of ports) {
    const started = Date.now();
    await sites.get(backend)?.stop();
    const stopped = Date.now();
    const next = open(backend);
    sites.set(backend, next);
    await next.ready;
    const [down, up] = [stopped - started, Date.now() - stopped];
    console.log(`round ${round}, process ${backend}: ended in ${ms(down)}, back after ${ms(up)}`);
    await delay(1_000);
  }
}
isOver = true;
await Promise.all(clients);
const seconds = (Date.now() - began) / 1_000;
const losses = await countLosses(site, writers);

const { times, failures, writes, exports } = tally;
console.log(`${times.length} requests in ${seconds.toFixed(0)} s: ${writes} writes, ${exports} exports`);
console.log(
  `${rounds * ports.length} restarts; failed requests: ${failures.length} ${[...new Set(failures)].join("; ")}`,
);
console.log(`acknowledged writes lost: ${losses.lost}; half writes: ${losses.half}`);
console.log(`p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}, longest ${ms(Math.max(...times))}`);
console.log(`passed to each: ${[...proxy.passed.values()].join(", ")}`);

await proxy.close();
await Promise.all([...sites.values()].map(({ stop }) => stop()));
await environment.stop();
process.exit();

/** Reads, downloads and writes one after another, like one person. */
async function client(number: number): Promise<void> {
  const session = await mintSession(site, "officer");
  const writer = await makeWriter(site);
  writers.push(writer);
  const pages = ["/activities", "/activities?q=digital", "/plans", `/activities/${writer.id}`, "/"];
  for (let turn = number; !isOver; turn += 1) {
    const path = turn % 7 === 0 ? "/activities/export?format=csv" : (pages[turn % pages.length] ?? "/");
    const isWrite = turn % 5 === 3;
    const started = performance.now();
    try {
      if (isWrite) {
        await writeOnce(site, writer, session);
        tally.writes += 1;
      } else {
        const { status } = await send(site, path, { session });
        if (status !== 200 && status !== 307) throw new Error(`${path} got ${status}`);
        if (turn % 7 === 0) tally.exports += 1;
      }
    } catch (error) {
      tally.failures.push(error instanceof Error ? error.message : String(error));
      // If a write's answer was lost, the next one continues from the stored state.
      if (isWrite) await countLosses(site, [writer]);
    }
    tally.times.push(performance.now() - started);
  }
}
