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

/** The moment that is asked for, and the meeting that named it. */
export type AsOf = PastDay & { readonly meeting: string | null };

/**
 * The moment that `asof=` names: the end of that day, or of the last day of that meeting.
 * @returns null where the present is meant
 * @throws AppError AS_OF_UNREADABLE, AS_OF_NO_MEETING, AS_OF_DAY_UNKNOWN or AS_OF_AHEAD, each 400
 *   and in words
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
 * @throws AppError as `resolveAsOf`, and AS_OF_ORDER where the first is not the earlier one
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

/** Its latest possible day: what it decided counts from then on. */
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
 * The context of a question about the past: its clock stands at the end of that day, and whoever
 * asks may read what they may read today and change nothing.
 * @throws AppError AS_OF_PREPARING, AS_OF_BUSY or AS_OF_SPENT where a request asks for a day that
 *   is not ready yet
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
 * A request has had its moments prepared by the gate; what is not ready by now is metered again.
 * Outside of a request nobody can be told to come back.
 */
async function makeReady({ db, actor }: Context, asOf: AsOf): Promise<void> {
  if (!requestStore()) return ensurePast(db, asOf);
  const refusal = await preparePast(actor.userId ?? 0, [asOf]);
  if (refusal) throw refusal;
}

// Handles that read a past register, for what must ask the present beside it (scope.ts).
const pastReaders = new WeakSet<object>();

/** Does this handle read the past? */
export const readsPast = (db: object): boolean => pastReaders.has(db);

/**
 * Runs a query on the register that its context asks for. One of the past runs in a transaction
 * that finds the tables of that day before those of today, and that can write nothing.
 */
export async function onItsRegister<R>(context: Context, run: (db: Database) => Promise<R>): Promise<R> {
  const { db, asOf } = context;
  if (!asOf) return run(db);
  return inOneTransaction(db, { accessMode: "read only" }, async (tx) => {
    await enterPast(tx, asOf);
    pastReaders.add(tx);
    // Queries call on a database nothing that a transaction does not have.
    return run(tx as unknown as Database);
  });
}

async function enterPast(tx: Transaction, asOf: AsOf): Promise<void> {
  const schema = pastSchema(asOf);
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${pastLockKind}, ${pastLock(asOf)})`);
  const { rows } = await tx.execute<{ is_there: boolean }>(sql`
    select to_regnamespace(${schema}) is not null as is_there, set_config('search_path', ${`${schema}, public`}, true)`);
  // Taken away since it was made ready: without it the present would answer.
  if (!rows[0]?.is_there) throw new AppError("UNAVAILABLE");
}
