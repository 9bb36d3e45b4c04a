import "server-only";
import type { Database } from "@/db/client";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";
import type { SignedIn } from "./auth/sessions";

/**
 * How a person was authenticated, and when their rights were last read; `readAt` is updated when
 * they are read again.
 */
export type Proof = {
  readonly by: "session" | "token" | "calendar";
  readonly id: number;
  /** Measured by `performance.now()`. */
  readAt: number;
};

/** Everything that a query or command knows about the request it serves. */
export type Context = {
  readonly db: Database;
  readonly actor: Actor;
  /** Absent if nobody is signed in, and if a program acts for a person (tests). */
  readonly proof?: Proof;
  /**
   * What was read of the account together with the session; null if nobody is signed in: programs,
   * the operator of the machine.
   */
  readonly account: Pick<SignedIn, "email" | "stateCode"> | null;
  readonly locale: Locale;
  readonly requestId: string;
  /**
   * The client's address (server/request/client-address.ts); null for work done on the machine
   * itself.
   */
  readonly address: string | null;
  readonly now: Date;
  /** Set when looking back; `now` is then the end of that day, and `askedAt` the actual time. */
  readonly asOf?: { readonly day: string; readonly meeting: string | null; readonly askedAt: Date };
  /**
   * Set if a transaction surrounds the command: writes to be made after it, whether it is committed
   * or rolled back.
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

/** The moment that a document states: when it is made, and which past day it shows. */
export function documentMoment({ now, asOf }: Pick<Context, "now" | "asOf">) {
  const madeAt = asOf?.askedAt ?? now;
  return { now: madeAt, today: today({ now: madeAt }), asOf: asOf ? { day: asOf.day, meeting: asOf.meeting } : null };
}

/** The calendar day in Vientiane (UTC+7, no daylight saving time), where the ASEAN desk works. */
export function today(context: Pick<Context, "now">): string {
  return new Date(context.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
