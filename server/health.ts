import "server-only";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { log } from "./log";

const pingEvery = 1_000;
const patience = 2_500;

type Ping = { at: number; answer: Promise<boolean> };
const held = globalThis as typeof globalThis & { __ping?: Ping };

async function ping(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), patience);
  });
  try {
    await Promise.race([database().execute(sql`select 1`), late]);
    return true;
  } catch (error) {
    log().error({ event: "database_away", reason: error instanceof Error ? error.message : "unknown" });
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Does the database answer? Asked at most once a second, whatever the load; everyone meanwhile shares the answer. */
export function isDatabaseUp(): Promise<boolean> {
  const now = Date.now();
  if (!held.__ping || now - held.__ping.at >= pingEvery) held.__ping = { at: now, answer: ping() };
  return held.__ping.answer;
}
