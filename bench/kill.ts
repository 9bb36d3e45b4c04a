import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { verifyAudit } from "../db/audit-verify";
import { createDatabase } from "../db/client";
import type { TestSite } from "../e2e/support/server";
import { mintSession } from "../e2e/support/session";
import { ms, quantile } from "./figures";
import { type DatabaseKind, databases, type KilledSite, openKilledSite, type Victim, victims } from "./killed-site";
import { conclude, type Promised } from "./verdict";
import { countLosses, makeWriter, type Writer, writeOnce } from "./writers";

/**
 * Kills the site, its launcher or its database while people write, starts it again as an operator
 * would, and compares the acknowledged writes with the stored ones: on the bundled PostgreSQL, and
 * on one of the system. Linux only: it finds the processes in /proc.
 *
 *     npm run bench:kill -- [rounds] [bundled|external]
 */
const rounds = Number(process.argv[2] ?? 16);
const kinds = databases.filter((kind) => kind === (process.argv[3] ?? kind));
const WRITERS = 6;
const START_S = 10;

type Totals = { writes: number; lost: number; half: number; failedStarts: number; badAudits: number; starts: number[] };

const promised: Promised[] = [];
for (const kind of kinds) promised.push(...promises(kind, await killAll(kind)));
process.exit(conclude(promised));

async function killAll(kind: DatabaseKind): Promise<Totals> {
  const totals: Totals = { writes: 0, lost: 0, half: 0, failedStarts: 0, badAudits: 0, starts: [] };
  const killed = await openKilledSite(kind);
  const writers: Writer[] = [];
  for (let number = 0; number < WRITERS; number += 1) writers.push(await makeWriter(killed.read()));
  for (let round = 0; round < rounds && totals.failedStarts === 0; round += 1) {
    const victim = victims[round % victims.length] ?? "site";
    await writeUntilKilled(killed, writers, victim);
    const began = Date.now();
    const isUp = await killed.revive(victim).then(
      () => true,
      () => false,
    );
    if (!isUp) {
      totals.failedStarts += 1;
      break;
    }
    totals.starts.push(Date.now() - began);
    await compare(`${kind} ${round + 1}, ${victim}`, killed.read(), writers, totals);
  }
  await killed.close();
  return totals;
}

async function writeUntilKilled(killed: KilledSite, writers: readonly Writer[], victim: Victim): Promise<void> {
  const site = killed.read();
  const session = await mintSession(site, "officer");
  let isOver = false;
  const work = writers.map(async (writer) => {
    while (!isOver) {
      try {
        await writeOnce(site, writer, session);
      } catch {
        return;
      }
    }
  });
  const wanted = acknowledgedBy(writers) + WRITERS;
  for (const end = Date.now() + 20_000; acknowledgedBy(writers) < wanted && Date.now() < end; ) await delay(10);
  await delay(randomInt(0, 1_500));
  await killed.kill(victim);
  isOver = true;
  await Promise.all(work);
}

function acknowledgedBy(writers: readonly Writer[]): number {
  return writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}

/** Compares the writes acknowledged since the last round with the database. */
async function compare(round: string, site: TestSite, writers: readonly Writer[], totals: Totals): Promise<void> {
  const acknowledged = acknowledgedBy(writers);
  const writes = acknowledged - totals.writes;
  const { lost, half } = await countLosses(site, writers);
  const { db, pool } = createDatabase(site.databaseUrl, 1);
  const { fault, rows } = await verifyAudit(db).finally(() => pool.end());
  totals.writes = acknowledged;
  totals.lost += lost;
  totals.half += half;
  if (fault) totals.badAudits += 1;
  const up = ms(totals.starts.at(-1) ?? 0);
  console.log(
    `${round}: ${writes} writes, lost ${lost}, half ${half}; up again after ${up}; audit of ${rows} rows ${fault?.kind ?? "whole"}`,
  );
}

function promises(kind: DatabaseKind, totals: Totals): Promised[] {
  const { writes, lost, half, failedStarts, badAudits, starts } = totals;
  const [median, longest] = [quantile(starts, 0.5), Math.max(...starts)];
  const figure = `${starts.length} rounds, ${writes} acknowledged writes: lost ${lost}, half ${half}, audit logs at fault ${badAudits}`;
  const up = `failed ${failedStarts}; median ${ms(median)}, longest ${ms(longest)}`;
  return [
    { what: `${kind}: nothing is lost`, figure, holds: writes > 0 && lost + half + badAudits === 0 },
    {
      // A single slow start may be due to other load on the machine.
      what: `${kind}: starts within ${START_S} s`,
      figure: up,
      holds: failedStarts === 0 && median <= START_S * 1_000,
    },
  ];
}
