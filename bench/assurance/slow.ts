import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { Agent } from "node:http";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../db/embedded/server";
import { callAction } from "../../e2e/access/actions";
import { addOngoing } from "../../e2e/support/entries";
import { send } from "../../e2e/support/http";
import { root, type TestSite } from "../../e2e/support/server";
import { mintSession, sessionCookie } from "../../e2e/support/session";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { ms, quantile } from "../figures";
import { conclude, type Promised } from "../verdict";
import { type FrontName, frontNames, openFront } from "./fronts";
import { type Attack, attack, attacksOn } from "./slow-clients";

/**
 * Clients that read or send slowly, or hold many connections, do not block others: during each
 * attack a person works as usual, with nothing in front of the site, behind nginx and behind Caddy.
 * Needs both (apt-get install nginx caddy).
 *
 *     npm run bench:slow -- [sockets] [seconds] [none,nginx,caddy] [attack]
 */
const [sockets = 300, seconds = 75] = process.argv.slice(2, 4).map(Number);
const fronts = (process.argv[4]?.split(",") ?? frontNames) as readonly FrontName[];
/** A word in the names of the attacks to try; without it all of them. */
const wanted = process.argv[5] ?? "";
/**
 * The 99th percentile of a person's answers, in milliseconds, and how long a connection may be
 * held, in seconds.
 */
const aims = { p99: 2_000, heldS: 62 };

const environment = await openBenchEnvironment();
const promised: Promised[] = [];
for (const front of fronts) promised.push(...(await tryFront(front)));
await environment.stop();
process.exit(conclude(promised));

async function tryFront(name: FrontName): Promise<Promised[]> {
  const sitePort = await freePort();
  const port = name === "none" ? sitePort : await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env: Record<string, string> = name === "none" ? {} : { TRUSTED_PROXIES: "127.0.0.1" };
  const running = openSite(environment, { port: sitePort, origin, env });
  await running.ready;
  const front = await openFront(name, port, sitePort);
  const site = asTestSite(environment, origin);
  const script = readdirSync(path.join(root, ".next", "static", "chunks")).find((file) => file.endsWith(".js"));
  const attacks = attacksOn({ file: await addFile(site), script: `/_next/static/chunks/${script}` }).filter(
    ({ name: attackName }) => attackName.includes(wanted),
  );
  const nobody = `Host: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\n`;
  const viewer = `${nobody}Cookie: ${sessionCookie}=${await mintSession(site, "viewer")}\r\n`;
  // A site in use has its pages in memory.
  const session = await mintSession(site, "officer");
  for (const [page, who] of pagesOf(session))
    for (let turn = 0; turn < 3; turn += 1) await send(site, page, { session: who });
  const results: Promised[] = [];
  for (const one of attacks) results.push(await tryAttack(site, name, one, one.isSignedIn ? viewer : nobody, port));
  const began = performance.now();
  await front.stop();
  await running.stop();
  const endedS = (performance.now() - began) / 1_000;
  const figure = `ended after ${endedS.toFixed(0)} s`;
  console.log(`${name}: what was left open: ${figure}`);
  // A proxy waits for answers in progress: none may be in progress forever.
  results.push({ what: `${name}, what was left open`, figure, holds: endedS <= aims.heldS });
  return results;
}

async function tryAttack(
  site: TestSite,
  front: FrontName,
  one: Attack,
  headers: string,
  port: number,
): Promise<Promised> {
  const session = await mintSession(site, "officer");
  let isOver = false;
  const attacking = attack(one, { port, sockets, seconds, headers }).finally(() => {
    isOver = true;
  });
  const { times, wrong } = await work(site, session, () => isOver);
  const { opened, longestS } = await attacking;
  const p99 = quantile(times, 0.99);
  const figure = `p99 ${ms(p99)} of ${times.length} answers, ${wrong.length} wrong${wrong[0] ? ` (${wrong[0]})` : ""}; ${opened} connections, held ${longestS.toFixed(0)} s at most`;
  console.log(`${front}: ${one.name}: ${figure}`);
  return {
    what: `${front}, ${one.name}`,
    figure,
    holds: p99 <= aims.p99 && wrong.length === 0 && longestS <= Math.min(aims.heldS, seconds + 3),
  };
}

function pagesOf(session: string) {
  return [
    ["/activities", session],
    ["/", session],
    ["/sign-in", null],
    ["/plans", session],
  ] as const;
}

/** A person who opens pages, and a visitor who opens the sign-in page, one after the other. */
async function work(site: TestSite, session: string, isOver: () => boolean) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  // Visitors without a session are counted by address.
  const elsewhere = new Agent({ keepAlive: true, maxSockets: 4, localAddress: "127.0.0.2" });
  const times: number[] = [];
  const wrong: string[] = [];
  const pages = [
    ["/activities", session],
    ["/", session],
    ["/sign-in", null],
    ["/plans", session],
  ] as const;
  for (let number = 0; !isOver(); number += 1) {
    const [page, who] = pages[number % pages.length] ?? pages[0];
    const began = performance.now();
    const answer = await send(site, page, { session: who, agent: who ? agent : elsewhere }).catch((error: unknown) =>
      String(error),
    );
    times.push(performance.now() - began);
    if (typeof answer === "string" || answer.status !== 200)
      wrong.push(`${page} ${typeof answer === "string" ? answer : answer.status}`);
    await delay(150);
  }
  agent.destroy();
  elsewhere.destroy();
  return { times, wrong };
}

/** @returns the address of a file of nearly ten megabytes, attached as evidence */
async function addFile(site: TestSite): Promise<string> {
  const session = await mintSession(site, "officer");
  const { id } = await addOngoing(site, { lead: "LA" });
  const file = new File([Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(10_000_000)])], "report.pdf");
  const fields = { entryId: String(id), version: "1", kind: "report", file };
  await callAction(site, `/activities/${id}/evidence/new`, "evidence/add", fields, { session });
  const { text } = await send(site, `/activities/${id}`, { session });
  const found = new RegExp(`/activities/${id}/evidence/\\d+`).exec(text)?.[0];
  if (!found) throw new Error("The file was not taken.");
  return found;
}
