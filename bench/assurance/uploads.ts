import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../db/embedded/server";
import { callAction } from "../../e2e/access/actions";
import { addOngoing } from "../../e2e/support/entries";
import { send } from "../../e2e/support/http";
import { mintSession } from "../../e2e/support/session";
import { archive, files } from "../../features/evidence/testing";
import { asTestSite, openBenchEnvironment, openSite } from "../environment";
import { memoryOf } from "../hammer";
import { conclude } from "../verdict";
import { mangle, randomOf } from "./mangle";

/**
 * Sends files with flipped bits as evidence, the same ones in each run: the site always answers,
 * and its memory and data stay sound. Linux only.
 *
 *     npm run bench:uploads -- [count] [seed]
 */
const count = Number(process.argv[2] ?? 10_000);
const random = randomOf(Number(process.argv[3] ?? 20_231));
const AT_ONCE = 4;
/** Up to this number the process still allocates memory that it retains. */
const WARM = Math.min(2_000, Math.ceil(count / 4));
/** Below the maximum number of files of an activity. */
const PER_ENTRY = 20;
const shares = [0.001, 0.003, 0.01, 0.03, 0.05];

const environment = await openBenchEnvironment();
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const opened = openSite(environment, { port, origin: url });
let ended: number | null | undefined;
void opened.exited.then((code) => {
  ended = code;
});
await opened.ready;
const pid = opened.pid ?? 0;
const site = asTestSite(environment, url);
const session = await mintSession(site, "officer");
const seeds = await seedFiles();

const statuses = new Map<string, number>();
const faults: string[] = [];
let entryId = 0;
let memoryBefore = 0;
for (let sent = 0; sent < count && ended === undefined; sent += AT_ONCE) {
  if (sent % PER_ENTRY === 0) entryId = (await addOngoing(site, { lead: "LA" })).id;
  await Promise.all(Array.from({ length: AT_ONCE }, (_, one) => upload(sent + one)));
  if (sent <= WARM && sent + AT_ONCE > WARM) memoryBefore = memoryOf(pid).now;
}
await delay(2_000);
const isAlive = ended === undefined && (await send(site, "/api/health/ready")).status === 200;
const memoryAfter = isAlive ? memoryOf(pid).now : Number.NaN;
await opened.stop();
await environment.stop();

console.log(`${seeds.length} seeds: ${seeds.map(({ name, bytes }) => `${name} ${bytes.length}`).join(", ")}`);
console.log([...statuses].map(([what, number]) => `${what}: ${number}`).join(", "));
for (const fault of faults.slice(0, 20)) console.log(fault);
process.exit(
  conclude([
    {
      what: "every upload is answered, none with a fault",
      figure: `${faults.length} of ${count}`,
      holds: faults.length === 0,
    },
    { what: "the same process serves", figure: isAlive ? `process ${pid}` : `it ended (${ended})`, holds: isAlive },
    {
      what: "memory is no more than 1.2 times what it was",
      figure: `${memoryBefore.toFixed(0)} MB after ${WARM}, ${memoryAfter.toFixed(0)} MB at the end`,
      holds: memoryAfter <= memoryBefore * 1.2,
    },
  ]),
);

type Seed = { name: string; type: string; bytes: Uint8Array };

/** Small files of every accepted kind, and larger ones made by the site. */
async function seedFiles(): Promise<Seed[]> {
  const small = Object.entries(files).map(([type, bytes]) => ({ name: `small.${type}`, type, bytes }));
  const types = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
  const slides = archive({
    "[Content_Types].xml": Buffer.from(
      `<Types><Override PartName="/ppt/presentation.xml" ContentType="${types}"/></Types>`,
    ),
    "ppt/presentation.xml": Buffer.from("<presentation/>"),
  });
  const made: Seed[] = [];
  for (const type of ["csv", "xlsx", "docx"]) {
    const { bytes } = await send(site, `/reports/country-progress/export?format=${type}`, { session });
    made.push({ name: `made.${type}`, type, bytes });
  }
  return [...small, { name: "small.pptx", type: "pptx", bytes: slides }, ...made];
}

async function upload(number: number): Promise<void> {
  const seed = seeds[number % seeds.length];
  if (!seed) return;
  const share = shares[Math.floor(number / seeds.length) % shares.length] ?? 0.01;
  const file = new File([mangle(seed.bytes, share, random)], `${number}-${seed.name}`);
  const fields = { entryId: String(entryId), version: "1", kind: "report", file };
  try {
    const page = `/activities/${entryId}/evidence/new`;
    const { status, text } = await callAction(site, page, "evidence/add", fields, { session });
    const code = /"code":"(FILE_\w+|[A-Z_]+)"/.exec(text)?.[1];
    const what = status === 200 && code ? `refused (${code})` : status === 303 ? "kept" : `status ${status}`;
    statuses.set(what, (statuses.get(what) ?? 0) + 1);
    if (status >= 500 || status < 200) faults.push(`${number}, ${seed.name}, ${share}: ${status}`);
  } catch (error) {
    faults.push(`${number}, ${seed.name}, ${share}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
