import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../db/embedded/server";
import { send } from "../../e2e/support/http";
import { mintSession } from "../../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { ms, quantile } from "../figures";
import { fill } from "../fill";
import { memoryOf, timesOf } from "../hammer";
import { conclude, type Promised } from "../verdict";

/**
 * Many people export the whole register at the same moment, in each format, while another person
 * works: each gets the file or is asked to retry, the other person hardly notices, and no file is
 * left on the disk. Linux only.
 *
 *     npm run bench:exports -- [at once] [rows]
 */
const atOnce = Number(process.argv[2] ?? 20);
const rows = Number(process.argv[3] ?? 10_000);
const OTHERS_MS = 1_000;

const environment = await openBenchEnvironment();
await fill(environment.databaseUrl, rows);
const temporary = mkdtempSync("/var/tmp/asean-activity-tracker-exports-");
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const opened = openSite(environment, { port, origin: url, env: { TMPDIR: temporary } });
await opened.ready;
const site = asTestSite(environment, url);
const session = await mintSession(site, "officer");
const agent = new Agent({ keepAlive: true, maxSockets: atOnce + 4 });

/** A Word file has its own limit: five hundred rows of it are as much work. */
const files = {
  csv: "/activities/export?format=csv&q=lot",
  xlsx: "/activities/export?format=xlsx&q=lot",
  docx: "/activities/export?format=docx&q=lot0001",
} as const;
const page = "/activities?status=ongoing&sort=progress.desc,title.asc";
const look = () => send(site, page, { session, agent });

await timesOf(5, look);
const alone = await timesOf(50, look);
console.log(`a page while nothing else is asked: p50 ${ms(quantile(alone, 0.5))}, p99 ${ms(quantile(alone, 0.99))}`);
const promised: Promised[] = [];
for (const [format, file] of Object.entries(files)) promised.push(...(await storm(format, file)));
const left = readdirSync(temporary, { recursive: true, encoding: "utf8" });
promised.push({
  what: "no file is left behind",
  figure:
    left.length === 0
      ? "none"
      : left
          .slice(0, 5)
          .map((name) => path.basename(name))
          .join(", "),
  holds: left.length === 0,
});
console.log(`memory of the site at most: ${memoryOf(opened.pid ?? 0).peak.toFixed(0)} MB`);
await opened.stop();
await environment.stop();
rmSync(temporary, { recursive: true, force: true });
process.exit(conclude(promised));

async function storm(format: string, file: string): Promise<Promised[]> {
  let isOver = false;
  const began = performance.now();
  const asked = Promise.all(
    Array.from({ length: atOnce }, async () => {
      const { status, headers, bytes } = await send(site, file, { session, agent });
      return { status, wait: headers["retry-after"], size: bytes.length, after: performance.now() - began };
    }),
  ).finally(() => {
    isOver = true;
  });
  const others: number[] = [];
  const failed: number[] = [];
  while (!isOver) {
    const started = performance.now();
    const { status } = await look();
    others.push(performance.now() - started);
    if (status !== 200) failed.push(status);
    await delay(100);
  }
  const answers = await asked;
  const made = answers.filter(({ status }) => status === 200);
  const later = answers.filter(({ status, wait }) => status === 429 && Number(wait) > 0);
  const sizes = new Set(made.map(({ size }) => size));
  const last = ms(Math.max(...answers.map(({ after }) => after)));
  return [
    {
      what: `${format}: ${atOnce} at once get the file, or are asked to come back`,
      figure: `${made.length} files of ${[...sizes].join(", ")} bytes, ${later.length} told to wait, others ${answers.length - made.length - later.length}; the last after ${last}`,
      holds: made.length > 0 && made.length + later.length === answers.length,
    },
    {
      what: `${format}: a page takes somebody else ${ms(OTHERS_MS)} at most meanwhile`,
      figure: `p50 ${ms(quantile(others, 0.5))}, p99 ${ms(quantile(others, 0.99))} of ${others.length}, failed ${failed.length}`,
      holds: quantile(others, 0.99) <= OTHERS_MS && failed.length === 0,
    },
  ];
}
