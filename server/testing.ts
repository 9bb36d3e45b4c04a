import "server-only";
import { and, eq, isNull, not } from "drizzle-orm";
import type { Database } from "@/db/client";
import { apiTokens } from "@/db/schema/api";
import { auditLog } from "@/db/schema/audit-log";
import { memberStates } from "@/db/schema/member-states";
import { calendarFeeds } from "@/db/schema/milestones";
import { users } from "@/db/schema/users";
import type { Role } from "@/domain/roles";
import type { Locale, TokenScope } from "@/domain/vocabulary";
import { tokenPrefix } from "./auth/api-token";
import { deniedAction } from "./auth/denied-acts";
import { hashSecret, newSecret } from "./auth/sessions";
import type { Context } from "./context";

/** The id of a member state by its ISO code. */
export async function stateId(db: Database, code: string): Promise<number> {
  const [state] = await db.select({ id: memberStates.id }).from(memberStates).where(eq(memberStates.code, code));
  if (!state) throw new Error(`no member state ${code}`);
  return state.id;
}

let made = 0;

/**
 * A new person with this role and no usable password, and the context of a request of theirs.
 * @param state ISO code, for focal points
 */
export async function contextOf(db: Database, role: Role, state?: string, locale: Locale = "en"): Promise<Context> {
  made += 1;
  const place = String(made).padStart(5, "0");
  const memberStateId = state ? await stateId(db, state) : null;
  const name = `Test ${role} ${place}`;
  const [user] = await db
    .insert(users)
    .values({ email: `${role}.${place}@test.example`, name, role, memberStateId, passwordHash: "none" })
    .returning({ id: users.id, email: users.email });
  if (!user) throw new Error("no user was made");
  return {
    db,
    actor: { userId: user.id, name, role, memberStateId, isSample: false },
    account: { email: user.email, stateCode: state ?? null },
    locale,
    requestId: `test-${place}`,
    address: null,
    now: new Date(),
  };
}

/** One context of each role; the focal point belongs to the given member state. */
export async function everyRole(db: Database, focalState = "LA"): Promise<Record<Role, Context>> {
  return {
    admin: await contextOf(db, "admin"),
    manager: await contextOf(db, "manager"),
    officer: await contextOf(db, "officer"),
    focal: await contextOf(db, "focal", focalState),
    viewer: await contextOf(db, "viewer"),
  };
}

/**
 * An API key of this person, stored as `token.make` does.
 * @returns the secret
 */
export async function mintToken(db: Database, { actor }: Context, scope: TokenScope = "write"): Promise<string> {
  const secret = tokenPrefix + newSecret();
  const expiresAt = new Date(Date.now() + 30 * 24 * 3_600_000);
  const userId = actor.userId ?? 0;
  await db.insert(apiTokens).values({ userId, name: "test", scope, secretHash: hashSecret(secret), expiresAt });
  return secret;
}

/**
 * The private calendar address of this person, stored as `calendar.make` does.
 * @returns its path
 */
export async function mintCalendar(db: Database, { actor }: Context, locale: Locale = "en"): Promise<string> {
  const secret = newSecret();
  const userId = actor.userId ?? 0;
  const isOpen = and(eq(calendarFeeds.userId, userId), isNull(calendarFeeds.revokedAt));
  await db.update(calendarFeeds).set({ revokedAt: new Date() }).where(isOpen);
  await db.insert(calendarFeeds).values({ userId, locale, secretHash: hashSecret(secret) });
  return `/calendar/${secret}.ics`;
}

/** Condition on audit rows for a denied act, which is no change. */
export const isDenial = eq(auditLog.action, deniedAction);

/** The number of changes in the audit log; a denied command must leave it unchanged. */
export function countAudit(db: Database): Promise<number> {
  return db.$count(auditLog, not(isDenial));
}
