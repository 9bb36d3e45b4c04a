import { Client } from "pg";
import { freePort } from "../db/embedded/server";
import { mintSession, sessionCookie } from "../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "./environment";
import { ms, quantile } from "./figures";
import { fill } from "./fill";
import { fetchOnce, hammer, type Measured, nothingYet, type Target, warmUp } from "./hammer";
import { writeVersions } from "./versions";

/**
 * The cost of past days compared with the present: 100,000 entries with 20 versions each, the list
 * of today and of two past days, the overview of both, the activities by year, and the days on
 * which something changed. Prints ratios; a slow time is not an error.
 *
 *     npm run bench:past -- [entries] [versions] [seconds]
 */
const [entries = 100_000, versions = 20, seconds = 3] = process.argv.slice(2).map(Number);
const AT_ONCE = 4;
const ROUNDS = 3;
const days = ["2025-06-30", "2020-06-30"] as const;

const environment = await openBenchEnvironment();
await fill(environment.databaseUrl, entries);
await writeDeadlines(environment.databaseUrl);
await writeVersions(environment.databaseUrl, versions);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const opened = openSite(environment, { port, origin: url });
await opened.ready;
const site = asTestSite(environment, url);
const sessions = { officer: await mintSession(site, "officer"), viewer: await mintSession(site, "viewer") };

const list = "/activities?status=ongoing&sort=progress.desc,title.asc&size=50";
const target = (name: string, path: string, role: keyof typeof sessions = "officer"): Target => ({
  name,
  url: url + path,
  pid: opened.pid ?? 0,
  headers: { cookie: `${sessionCookie}=${sessions[role]}; locale=en` },
});

console.log(`\n${entries} entries with ${versions} versions each`);
for (const day of days) {
  const begun = performance.now();
  await fetchOnce(target("first", `${list}&asof=${day}`));
  console.log(`the first question about ${day}, which fills its register: ${ms(performance.now() - begun)}`);
}

const targets = [
  target("list, today", list),
  ...days.map((day) => target(`list, ${day}`, `${list}&asof=${day}`)),
  target("list, today, viewer", list, "viewer"),
  target(`list, ${days[0]}, viewer`, `${list}&asof=${days[0]}`, "viewer"),
  target("overview, today", "/"),
  target(`overview, ${days[0]}`, `/?asof=${days[0]}`),
  target("activities by year", "/plans/lineage?all=1"),
  target("list, deadline past", "/activities?signal=overdue&size=50"),
  target("days that matter", "/deadlines"),
  target("days that matter, viewer", "/deadlines", "viewer"),
  target("days by title", "/deadlines?sort=title.asc"),
];
const results = new Map<string, Measured>(targets.map(({ name }) => [name, nothingYet()]));
for (const one of targets) await warmUp(one, AT_ONCE);
for (let round = 0; round < ROUNDS; round += 1)
  for (const one of targets) await hammer(one, seconds, AT_ONCE, results.get(one.name) ?? nothingYet());

const medianOf = (name: string) => quantile(results.get(name)?.times ?? [], 0.5);
console.log(`${AT_ONCE} at once, ${ROUNDS} x ${seconds} s each, interleaved`);
console.table(
  Object.fromEntries(
    targets.map(({ name }) => {
      const today = name.endsWith("viewer")
        ? "list, today, viewer"
        : name.startsWith("overview")
          ? "overview, today"
          : "list, today";
      return [name, { p50: ms(medianOf(name)), "of today's": (medianOf(name) / medianOf(today)).toFixed(2) }];
    }),
  ),
);
await opened.stop();
await environment.stop();
process.exit();

/**
 * Three deadlines for every fifth entry, a third of them done, and a fund with money rules for
 * every tenth.
 */
async function writeDeadlines(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into milestones (entry_id, title_en, anchor, fixed_on, due_on, done_on)
     select e.id, 'Deadline ' || turn, 'day', at, at, case when (e.id + turn) % 3 = 0 then at end
     from plan_entries e cross join generate_series(1, 3) turn
     cross join lateral (select current_date + ((e.id * 7 + turn * 131) % 1500 - 750) as at) d where e.id % 5 = 0`,
  );
  await client.query("update plan_entries set fund = 'ASEAN ICT Fund' where id % 10 = 0");
  await client.query("vacuum analyze milestones, plan_entries");
  await client.end();
}
