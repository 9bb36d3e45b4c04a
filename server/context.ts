import "server-only";
import type { Database } from "@/db/client";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";
import type { SignedIn } from "./auth/sessions";

/**
 * By what a person was known, and when their rights were read; `readAt` moves on when they are read
 * again.
 */
export type Proof = {
  readonly by: "session" | "token" | "calendar";
  readonly id: number;
  /** By `performance.now()`. */
  readAt: number;
};

/** Everything a query or command knows of the request it serves. */
export type Context = {
  readonly db: Database;
  readonly actor: Actor;
  /** Absent where nobody has signed in, and where a program acts for a person (tests). */
  readonly proof?: Proof;
  /**
   * What was read of the person with their session; null where nobody has signed in: programs, the
   * machine's operator.
   */
  readonly account: Pick<SignedIn, "email" | "stateCode"> | null;
  readonly locale: Locale;
  readonly requestId: string;
  /**
   * From where it comes (server/request/client-address.ts); null for what is done on the machine
   * itself.
   */
  readonly address: string | null;
  readonly now: Date;
  /**
   * Set where the register is asked for as it stood then; `now` is the end of that day, and
   * `askedAt` the clock on the wall.
   */
  readonly asOf?: { readonly day: string; readonly meeting: string | null; readonly askedAt: Date };
  /**
   * Set within a transaction around a command: what is to be written whether it is committed or
   * rolled back.
   */
  readonly afterwards?: ((db: Database) => Promise<void>)[];
};

/** The operator on the machine itself: start, command line, seed. */
export function systemContext(db: Database, name = "system"): Context {
  return {
    db,
    actor: { userId: null, name, role: "system", memberStateId: null, isSample: false },
    account: null,
    locale: "en",
    requestId: `cli-${process.pid}-${Date.now()}`,
    address: null,
    now: new Date(),
  };
}

/** What a paper says of its own moment: when it is made, and of which past day it tells. */
export function documentMoment({ now, asOf }: Pick<Context, "now" | "asOf">) {
  const madeAt = asOf?.askedAt ?? now;
  return { now: madeAt, today: today({ now: madeAt }), asOf: asOf ? { day: asOf.day, meeting: asOf.meeting } : null };
}

/** The calendar day in Vientiane (UTC+7, no daylight saving), where the desk works. */
export function today(context: Pick<Context, "now">): string {
  return new Date(context.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
