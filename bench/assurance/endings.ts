import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { callAction } from "../../e2e/access/actions";
import { addOngoing } from "../../e2e/support/entries";
import { send } from "../../e2e/support/http";
import { mintSession } from "../../e2e/support/session";
import { ms } from "../figures";
import { fill } from "../fill";
import { openKilledSite } from "../killed-site";
import { conclude } from "../verdict";
import { countLosses, makeWriter, type Writer, writeOnce } from "../writers";

/**
 * Stops the site while files are being made, one is being sent and people write. Requests in
 * progress are completed, or nothing of them has been sent if that would take too long; the site
 * ends in time and in order, and the next start needs no recovery.
 *
 *     npm run bench:endings -- [rounds]
 */
const rounds = Number(process.argv[2] ?? 5);
const END_S = 15;
const WRITERS = 4;

const killed = await openKilledSite("bundled");
await fill(killed.read().databaseUrl, 1_000);
const writers: Writer[] = [];
for (let number = 0; number < WRITERS; number += 1) writers.push(await makeWriter(killed.read()));
const totals = {
  begun: 0,
  cut: [] as string[],
  ends: [] as number[],
  codes: [] as (number | null)[],
  lost: 0,
  half: 0,
};

for (let round = 1; round <= rounds; round += 1) {
  const began = await endUnderLoad();
  await killed.revive("everything");
  const { lost, half } = await countLosses(killed.read(), writers);
  totals.lost += lost;
  totals.half += half;
  const { ends, codes } = totals;
  console.log(
    `round ${round}: ${began} begun, ended after ${ms(ends.at(-1) ?? 0)} with ${codes.at(-1)}; lost ${lost}, half ${half}`,
  );
}
const recoveries = killed.databaseLog().match(/not properly shut down|recovery in progress|redo starts/g) ?? [];
await killed.close();

for (const cut of totals.cut.slice(0, 10)) console.log(cut);
// Counts as broken only if an answer had begun; without one, the client knows that it received
// nothing.
const halves = totals.cut.filter((cut) => !/socket hang up|ECONNRE/.test(cut));
const longest = Math.max(...totals.ends);
process.exit(
  conclude([
    {
      what: "what was begun is finished, or nothing of it has left",
      figure: `${totals.begun - totals.cut.length} of ${totals.begun} finished, ${halves.length} answers broken off`,
      holds: halves.length === 0,
    },
    {
      what: `it ends within ${END_S} s with 0`,
      figure: `longest ${ms(longest)}, codes ${[...new Set(totals.codes)].join(", ")}`,
      holds: longest <= END_S * 1_000 && totals.codes.every((code) => code === 0),
    },
    {
      what: "nothing is lost or half done",
      figure: `lost ${totals.lost}, half ${totals.half}`,
      holds: totals.lost + totals.half === 0,
    },
    {
      what: "the next start has nothing to recover",
      figure: `${recoveries.length} recoveries in ${rounds} starts`,
      holds: recoveries.length === 0,
    },
  ]),
);

/** @returns the number of requests in progress */
async function endUnderLoad(): Promise<number> {
  const site = killed.read();
  const session = await mintSession(site, "officer");
  const { id } = await addOngoing(site, { lead: "LA" });
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  let isEnding = false;
  const open = new Map<string, number>();
  const watched = async (what: string, work: () => Promise<number>) => {
    open.set(what, (open.get(what) ?? 0) + 1);
    const status = await work().catch((error: unknown) => String(error));
    // Requests after the announced end may be refused.
    if (status !== 200 && status !== 303) totals.cut.push(`${what}: ${status}`);
  };
  const file = (format: string) => async () =>
    (await send(site, `/activities/export?format=${format}&q=lot`, { session, agent })).status;
  const upload = async () => {
    const evidence = new File([Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(4_000_000)])], "report.pdf");
    const fields = { entryId: String(id), version: "1", kind: "report", file: evidence };
    return (await callAction(site, `/activities/${id}/evidence/new`, "evidence/add", fields, { session, agent }))
      .status;
  };
  const begun = [watched("Excel", file("xlsx")), watched("CSV", file("csv")), watched("file", upload)];
  const writing = writers.map(async (writer) => {
    while (!isEnding) await watched("write", () => writeOnce(site, writer, session).then(() => 200));
  });
  await delay(700);
  isEnding = true;
  const started = performance.now();
  totals.codes.push(await killed.end());
  totals.ends.push(performance.now() - started);
  await Promise.all([...begun, ...writing]);
  agent.destroy();
  const count = [...open.values()].reduce((sum, number) => sum + number, 0);
  totals.begun += count;
  return count;
}
