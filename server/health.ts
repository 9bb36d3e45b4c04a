import "server-only";
import { askDatabase } from "@/db/client";
import { log } from "./log";

/** How long a "no" stands, in milliseconds: those who wait for a database that is away must not queue up to ask it. */
const noStandsFor = 1_000;

type Pulse = { asking?: Promise<boolean>; awayUntil: number };
const held = globalThis as typeof globalThis & { __pulse?: Pulse };

/**
 * Does the database answer? A "yes" is never kept, so that a page is not begun with a database that has just gone; all who ask
 * while a question is under way share its answer.
 * @returns within 5 s
 */
export function isDatabaseUp(): Promise<boolean> {
  held.__pulse ??= { awayUntil: 0 };
  const pulse = held.__pulse;
  if (Date.now() < pulse.awayUntil) return Promise.resolve(false);
  pulse.asking ??= ask(pulse).finally(() => {
    pulse.asking = undefined;
  });
  return pulse.asking;
}

async function ask(pulse: Pulse): Promise<boolean> {
  try {
    await askDatabase();
    return true;
  } catch (error) {
    pulse.awayUntil = Date.now() + noStandsFor;
    log().error({ event: "database_away", reason: error instanceof Error ? error.message : "unknown" });
    return false;
  }
}
