import "server-only";
import { type AnyColumn, and, asc, desc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { apiTokens } from "@/db/schema/api";
import { calendarFeeds } from "@/db/schema/milestones";
import { users } from "@/db/schema/users";
import { isAddress } from "@/domain/ip-address";

/** Keys and calendar addresses, which stay valid after all sessions have ended. */
export type Access = Awaited<ReturnType<typeof accessOf>>;

/** Whole days until a key expires, by the database's clock; 0 on its last day. */
export const daysLeft = sql<number>`greatest(0, floor(extract(epoch from ${apiTokens.expiresAt} - now()) / 86400))::int`;

const openKeys = (userId: number) =>
  and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, sql`now()`));
const openCalendars = (userId: number) => and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt));

/**
 * Valid keys and calendar addresses of a person, each with the time and network address of its last
 * use.
 */
export async function accessOf(db: Database, userId: number) {
  const { id, name, scope, createdAt, expiresAt, lastUsedAt, lastUsedAddress } = apiTokens;
  const keys = await db
    .select({ id, name, scope, createdAt, expiresAt, daysLeft, lastUsedAt, lastUsedAddress })
    .from(apiTokens)
    .where(openKeys(userId))
    .orderBy(asc(expiresAt), asc(id));
  const feed = calendarFeeds;
  const calendars = await db
    .select({
      id: feed.id,
      locale: feed.locale,
      createdAt: feed.createdAt,
      lastUsedAt: feed.lastUsedAt,
      lastUsedAddress: feed.lastUsedAddress,
    })
    .from(feed)
    .where(openCalendars(userId))
    .orderBy(desc(feed.id));
  return { keys: keys.map(withKnownAddress), calendars: calendars.map(withKnownAddress) };
}

function withKnownAddress<T extends { lastUsedAddress: string | null }>(row: T): T {
  return isAddress(row.lastUsedAddress) ? row : { ...row, lastUsedAddress: null };
}

/** Number of valid keys and calendar addresses. */
export async function countAccess(db: Database | Transaction, userId: number): Promise<number> {
  return (await db.$count(apiTokens, openKeys(userId))) + (await db.$count(calendarFeeds, openCalendars(userId)));
}

/** One of them, or `all`. */
export type Chosen = "all" | { kind: "key" | "calendar"; id: number };

/** Number of each kind that was ended, for the audit log. */
export type EndedAccess = { keysEnded: number; calendarsEnded: number };

/**
 * Ends keys and calendar addresses of a person immediately. The account is locked, so one that is
 * created at the same time is either created before, and ends too, or after.
 */
export async function endAccess(tx: Transaction, userId: number, chosen: Chosen, now: Date): Promise<EndedAccess> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
  const keys = await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(openKeys(userId), isChosen(chosen, "key", apiTokens.id)))
    .returning({ id: apiTokens.id });
  const calendars = await tx
    .update(calendarFeeds)
    .set({ revokedAt: now })
    .where(and(openCalendars(userId), isChosen(chosen, "calendar", calendarFeeds.id)))
    .returning({ id: calendarFeeds.id });
  return { keysEnded: keys.length, calendarsEnded: calendars.length };
}

function isChosen(chosen: Chosen, kind: "key" | "calendar", id: AnyColumn): SQL | undefined {
  if (chosen === "all") return undefined;
  return chosen.kind === kind ? eq(id, chosen.id) : sql`false`;
}
