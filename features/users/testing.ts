import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { sessions, users } from "@/db/schema/users";
import { openSession } from "@/server/auth/sessions";

/** The row of an account. */
export async function userRow(db: Database, id: number) {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  if (!row) throw new Error(`no user ${id}`);
  return row;
}

/** Signs a person in. @returns the cookie's secret */
export function signedIn(db: Database, userId: number): Promise<string> {
  const client = { address: null, userAgent: null, now: new Date() };
  return db.transaction((tx) => openSession(tx, userId, client));
}

/** Number of open sessions of a person. */
export function countSessions(db: Database, userId: number): Promise<number> {
  return db.$count(sessions, eq(sessions.userId, userId));
}

/** The audit rows of an account, the oldest first. */
export function auditOf(db: Database, userId: number) {
  return db.select().from(auditLog).where(eq(auditLog.subjectId, userId)).orderBy(auditLog.seq);
}
