import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Database, inOneTransaction, type Transaction } from "@/db/client";
import { endOf, ensurePast, type PastDay, pastLock, pastLockKind, pastSchema } from "@/db/past/ensure-past";
import { meetings } from "@/db/schema/meetings";
import { present, readAsOf } from "@/domain/as-of";
import { AppError } from "@/domain/errors";
import { type Context, today } from "../context";
import { requestStore } from "../request/request-store";
import { preparePast } from "./prepare-past";

/** A past moment, and the meeting that was named for it. */
export type AsOf = PastDay & { readonly meeting: string | null };

/**
 * The moment named by `asof=`: the end of that day, or of the last day of that meeting.
 * @returns null for the present
 * @throws AppError AS_OF_UNREADABLE, AS_OF_NO_MEETING, AS_OF_DAY_UNKNOWN or AS_OF_AHEAD, each 400
 *   with a message
 */
export async function resolveAsOf(db: Database, text: string, now: Date): Promise<AsOf | null> {
  if (text === present || text === "") return null;
  const asked = readAsOf(text);
  if (!asked) throw new AppError("AS_OF_UNREADABLE", { params: { text: text.slice(0, 60) } });
  const asOf = "day" in asked ? { day: asked.day, meeting: null } : await dayOfMeeting(db, asked.meeting);
  if (asOf.day >= today({ now })) throw new AppError("AS_OF_AHEAD", { params: { text } });
  return asOf;
}

/**
 * The two moments of a comparison; null is the present.
 * @throws AppError as `resolveAsOf`, and AS_OF_ORDER if the first is not the earlier one
 */
export async function resolveBoth(
  db: Database,
  input: { from: string; to: string },
  now: Date,
): Promise<readonly [AsOf, AsOf | null]> {
  const from = await resolveAsOf(db, input.from, now);
  const to = await resolveAsOf(db, input.to, now);
  if (from === null || (to !== null && from.day >= to.day)) throw new AppError("AS_OF_ORDER");
  return [from, to];
}

/** The meeting's last possible day, from which its decisions count. */
async function dayOfMeeting(db: Database, code: string): Promise<AsOf> {
  const [meeting] = await db
    .select({ code: meetings.code, day: meetings.lastOn })
    .from(meetings)
    .where(eq(meetings.code, code));
  if (!meeting) throw new AppError("AS_OF_NO_MEETING", { params: { code } });
  if (meeting.day === null) throw new AppError("AS_OF_DAY_UNKNOWN", { params: { code } });
  return { day: meeting.day, meeting: meeting.code };
}

/**
 * The context for looking back: its clock is at the end of that day, and the actor may read what
 * they may read today and change nothing.
 * @throws AppError AS_OF_PREPARING, AS_OF_BUSY or AS_OF_SPENT if a request asks for a day that is
 *   not ready yet
 */
export async function lookBack(context: Context, asOf: AsOf): Promise<Context> {
  await makeReady(context, asOf);
  return {
    ...context,
    actor: { ...context.actor, looksBack: true },
    now: new Date(endOf(asOf).getTime() - 1),
    asOf: { ...asOf, askedAt: context.now },
  };
}

/**
 * For a request the gate has prepared its moments; one that is not ready now is subject to the
 * limits again. Outside of a request the call waits until the day is ready.
 */
async function makeReady({ db, actor }: Context, asOf: AsOf): Promise<void> {
  if (!requestStore()) return ensurePast(db, asOf);
  const refusal = await preparePast(actor.userId ?? 0, [asOf]);
  if (refusal) throw refusal;
}

// Handles that read a past register, for code that must also read the present (scope.ts).
const pastReaders = new WeakSet<object>();

/** True if this handle reads the past. */
export const readsPast = (db: object): boolean => pastReaders.has(db);

/**
 * Runs a query on the register of its context. A past register is read in a read-only transaction
 * whose search path finds the tables of that day before those of today.
 */
export async function onItsRegister<R>(context: Context, run: (db: Database) => Promise<R>): Promise<R> {
  const { db, asOf } = context;
  if (!asOf) return run(db);
  return inOneTransaction(db, { accessMode: "read only" }, async (tx) => {
    await enterPast(tx, asOf);
    pastReaders.add(tx);
    // Queries use only methods that a transaction has too.
    return run(tx as unknown as Database);
  });
}

async function enterPast(tx: Transaction, asOf: AsOf): Promise<void> {
  const schema = pastSchema(asOf);
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${pastLockKind}, ${pastLock(asOf)})`);
  const { rows } = await tx.execute<{ is_there: boolean }>(sql`
    select to_regnamespace(${schema}) is not null as is_there, set_config('search_path', ${`${schema}, public`}, true)`);
  // The schema was dropped after it was prepared; the query would otherwise read the present.
  if (!rows[0]?.is_there) throw new AppError("UNAVAILABLE");
}
