import "server-only";
import { askDatabase } from "@/db/client";
import { isOwnDiskFull, wasDiskFull } from "../database/database-condition";
import { log } from "./log";

/**
 * How long a "no" is valid, in milliseconds, so that requests do not queue up to ask a database
 * that is down.
 */
const noStandsFor = 1_000;

/** True if the database has just failed to answer; asking it again would only wait. */
export function isKnownAway(): boolean {
  const last = shared.__pulse?.last;
  return last !== undefined && !last.isUp && Date.now() - last.at < noStandsFor;
}

type Pulse = { asking?: Promise<boolean>; last?: { at: number; isUp: boolean; isReadOnly: boolean } };
const shared = globalThis as typeof globalThis & { __pulse?: Pulse };

/**
 * True if the database answers. Concurrent callers share one query.
 * @param yesStandsFor milliseconds for which an earlier "yes" may be reused; 0 for pages, so that
 *   none begins with a database that has just gone down
 * @returns within 5 s
 */
export function isDatabaseUp(yesStandsFor = 0): Promise<boolean> {
  shared.__pulse ??= {};
  const pulse = shared.__pulse;
  const { last } = pulse;
  if (last && Date.now() - last.at < (last.isUp ? yesStandsFor : noStandsFor)) return Promise.resolve(last.isUp);
  pulse.asking ??= ask().then((answer) => {
    pulse.last = { at: Date.now(), isUp: answer !== null, isReadOnly: answer?.isReadOnly ?? false };
    pulse.asking = undefined;
    return answer !== null;
  });
  return pulse.asking;
}

/** What the database can do at present. */
export type Condition = "ready" | "away" | "read_only" | "disk_full";

/**
 * The condition of the database, by its answer and by its recent refusals.
 * @param standsFor milliseconds for which an earlier answer may be reused
 */
export async function databaseCondition(standsFor: number): Promise<Condition> {
  const isUp = await isDatabaseUp(standsFor);
  if (wasDiskFull() || (!isUp && isOwnDiskFull())) return "disk_full";
  if (!isUp) return "away";
  return shared.__pulse?.last?.isReadOnly ? "read_only" : "ready";
}

/** If the event loop was blocked this long, the query may have timed out with its answer unread. */
const heldUpMs = 500;

async function ask(isSecond = false): Promise<{ isReadOnly: boolean } | null> {
  const delays = watchDelays();
  try {
    return await askDatabase();
  } catch (error) {
    if (!isSecond && delays.longest() >= heldUpMs) return ask(true);
    log().error({ event: "database_away", reason: error instanceof Error ? error.message : "unknown" });
    return null;
  } finally {
    delays.stop();
  }
}

/** Measures by how many milliseconds the event loop is late at most, from now on. */
function watchDelays(everyMs = 100): { longest: () => number; stop: () => void } {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - everyMs);
    last = now;
    return longest;
  };
  const timer = setInterval(look, everyMs);
  return { longest: look, stop: () => clearInterval(timer) };
}
