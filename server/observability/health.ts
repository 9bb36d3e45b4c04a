import "server-only";
import { askDatabase } from "@/db/client";
import { isOwnDiskFull, wasDiskFull } from "../database/database-condition";
import { log } from "./log";

/**
 * How long a "no" stands, in milliseconds: those who wait for a database that is away must not
 * queue up to ask it.
 */
const noStandsFor = 1_000;

/** Has the database just been away? Whoever asks it all the same would only wait. */
export function isKnownAway(): boolean {
  const last = held.__pulse?.last;
  return last !== undefined && !last.isUp && Date.now() - last.at < noStandsFor;
}

type Pulse = { asking?: Promise<boolean>; last?: { at: number; isUp: boolean; isReadOnly: boolean } };
const held = globalThis as typeof globalThis & { __pulse?: Pulse };

/**
 * Does the database answer? All who ask while a question is under way share its answer.
 * @param yesStandsFor milliseconds for which an earlier "yes" will do; a page is not begun with a
 *   database that has just gone
 * @returns within 5 s
 */
export function isDatabaseUp(yesStandsFor = 0): Promise<boolean> {
  held.__pulse ??= {};
  const pulse = held.__pulse;
  const { last } = pulse;
  if (last && Date.now() - last.at < (last.isUp ? yesStandsFor : noStandsFor)) return Promise.resolve(last.isUp);
  pulse.asking ??= ask().then((answer) => {
    pulse.last = { at: Date.now(), isUp: answer !== null, isReadOnly: answer?.isReadOnly ?? false };
    pulse.asking = undefined;
    return answer !== null;
  });
  return pulse.asking;
}

/** What the database can do just now. */
export type Condition = "ready" | "away" | "read_only" | "disk_full";

/**
 * What the database can do, by its answer and by what it refused a moment ago.
 * @param standsFor milliseconds for which an earlier answer will do
 */
export async function databaseCondition(standsFor: number): Promise<Condition> {
  const isUp = await isDatabaseUp(standsFor);
  if (wasDiskFull() || (!isUp && isOwnDiskFull())) return "disk_full";
  if (!isUp) return "away";
  return held.__pulse?.last?.isReadOnly ? "read_only" : "ready";
}

/**
 * A loop that was held up for so long may have let the question time out with its answer unread.
 */
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

/** By how many milliseconds the process was late at most, from now on. */
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
