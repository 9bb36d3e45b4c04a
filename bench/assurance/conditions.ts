import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { openKilledSite } from "../killed-site";
import { conclude } from "../verdict";
import { runCommands } from "./condition-commands";
import { openProbes, type Said } from "./condition-probes";

/**
 * Puts the database of a running site into each condition in which it cannot work, sends all kinds
 * of requests meanwhile, and measures how long the site takes to recover. The bundled PostgreSQL is
 * on a small separate disk, which is really filled (Linux, as root).
 *
 *     npm run bench:conditions
 */
const HEAL_S = 5;
const DISK_MB = 400;

const disk = mkdtempSync("/var/tmp/asean-activity-tracker-disk-");
execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_MB}m`, "tmpfs", disk]);
chmodSync(disk, 0o711);
const logFile = path.join("/var/tmp", `asean-activity-tracker-conditions-${process.pid}.log`);
const killed = await openKilledSite("bundled", { within: disk, logFile });
const site = killed.read();
const { askAll, isWell } = await openProbes(site, killed.kept("sample-password"));
const found: { condition: string; said: Said; healed: number }[] = [];

/** Queries the database without the site, on a connection opened before the condition. */
async function beside(): Promise<Client> {
  const client = new Client({ connectionString: site.databaseUrl, application_name: "beside" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

const endOthers =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

/** Sends requests during the condition, ends it, and repeats them until everything works. */
async function within(condition: string, begin: () => Promise<() => Promise<void>>): Promise<void> {
  const end = await begin();
  const said = { ...(await askAll()), ...(condition.includes("disk") ? await runCommands(killed.dataDir) : {}) };
  await end();
  const ended = Date.now();
  for (;;) {
    const asked = Date.now();
    const now = await askAll();
    if (isWell(now)) {
      found.push({ condition, said, healed: (asked - ended) / 1000 });
      break;
    }
    if (asked - ended > 60_000) {
      found.push({ condition, said: { ...said, afterwards: JSON.stringify(now) }, healed: Number.POSITIVE_INFINITY });
      break;
    }
    await delay(100);
  }
  const last = found.at(-1);
  console.log(`\n${condition}: well after ${last?.healed} s`);
  for (const [what, answer] of Object.entries(last?.said ?? {})) console.log(`  ${what.padEnd(12)} ${answer}`);
}

const filler = path.join(disk, "filler");

/** Fills the disk completely. */
function fillDisk(): void {
  const file = openSync(filler, "a");
  for (const size of [1_048_576, 4_096]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch {
      // The disk is full at this block size.
    }
  }
  closeSync(file);
}

async function tryAll(): Promise<void> {
  const well = await askAll();
  if (!isWell(well)) throw new Error(`not well to begin with: ${JSON.stringify(well)}`);
  await within("a full disk", async () => {
    fillDisk();
    return async () => rmSync(filler);
  });

  await within("a full disk that has ended the server", async () => {
    const client = await beside();
    fillDisk();
    // Each message is written only to the write-ahead log; the server ends when a new segment does
    // not fit on the disk.
    const message = "select pg_logical_emit_message(false, 'filler', repeat('x', 1000000))";
    for (let ended = false; !ended; ) {
      await client.query(message).catch(() => {
        ended = true;
      });
    }
    await client.end().catch(() => undefined);
    await delay(3_000);
    return async () => rmSync(filler);
  });

  await within("a server that only reads", async () => {
    const client = await beside();
    await client.query("alter database tracker set default_transaction_read_only = on");
    await client.query(endOthers);
    return async () => {
      await client.query("begin read write");
      await client.query("alter database tracker reset default_transaction_read_only");
      await client.query("commit");
      await client.query(endOthers);
      await client.end();
    };
  });

  await within("connections cut", async () => {
    const client = await beside();
    await client.query(endOthers);
    return () => client.end();
  });

  await within("no connections left", async () => {
    const client = await beside();
    await client.query("alter database tracker connection limit 0");
    await client.query(endOthers);
    return async () => {
      await client.query("alter database tracker connection limit -1");
      await client.end();
    };
  });

  const everyTable =
    "lock table users, plan_entries, work_plans, comments, evidence, audit_log in access exclusive mode";

  await within("locks that do not come (lock_timeout)", async () => {
    const client = await beside();
    await client.query("alter database tracker set lock_timeout = '1s'");
    await client.query(endOthers);
    await client.query("begin");
    await client.query(everyTable);
    return async () => {
      await client.query("commit");
      await client.query("alter database tracker reset lock_timeout");
      await client.end();
    };
  });

  await within("statements that take too long (statement_timeout)", async () => {
    const client = await beside();
    await client.query("begin");
    await client.query(everyTable.replace("users, ", ""));
    return async () => {
      await client.query("commit");
      await client.end();
    };
  });

  await within("a server that was killed", async () => {
    await killed.kill("database");
    return async () => undefined;
  });
}

try {
  await tryAll();
} finally {
  await killed.close();
  execFileSync("umount", [disk]);
  rmSync(disk, { recursive: true });
}
const answers = found.flatMap(({ condition, said }) => Object.entries(said).map((one) => [condition, ...one] as const));
const isCommand = (what: string) => what.startsWith("npm run");
const wrong = answers.filter(
  ([, what, answer]) =>
    !isCommand(what) && what !== "left behind" && /^(?!(200|201|303|503|507)\b)|refused/.test(answer),
);
const wordy = answers.filter(([, what, answer]) => isCommand(what) && !/^exit (0|1, 1 lines)\b/.test(answer));
const left = answers.filter(([, what, answer]) => what === "left behind" && answer !== "nothing");
const longest = Math.max(...found.map(({ healed }) => healed));
for (const one of [...wrong, ...wordy, ...left]) console.log(one.join(": "));
console.log(`The site's log: ${logFile}`);
process.exit(
  conclude([
    {
      what: "what cannot be done is answered by 503 or 507",
      figure: `${answers.length} answers, ${wrong.length} others`,
      holds: wrong.length === 0,
    },
    {
      what: "commands say it in one line and leave no half file",
      figure: `${wordy.length} others, ${left.length} files left`,
      holds: wordy.length + left.length === 0,
    },
    { what: `everything is well ${HEAL_S} s after each`, figure: `longest ${longest} s`, holds: longest <= HEAL_S },
  ]),
);
