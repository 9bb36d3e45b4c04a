import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { againIfCut, database } from "@/db/client";
import { calendarFeeds } from "@/db/schema/milestones";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";
import { type Context, type Proof, systemContext } from "../context";
import { clientAddress } from "../request/client-address";
import { storeActor } from "../request/request-store";
import { noteRights } from "../sending/still-may";
import { passDoor } from "./secret-door";
import { hashSecret, noteUse } from "./sessions";

/** The last part of the address: the secret, and the extension that calendar programs expect. */
const inAddress = /^([A-Za-z0-9_-]{43})\.ics$/;

type Holder = { actor: Actor & { userId: number }; locale: Locale; proof: Proof };

/**
 * The context of a calendar program that uses a private address. Address and owner are read each
 * time: a revoked address, a lower role or a disabled account takes effect at the next request.
 * @param name the last part of the address
 * @throws AppError NOT_FOUND, or TOO_MANY_ATTEMPTS after many wrong addresses from one client
 */
export async function calendarContext({ headers }: Pick<Request, "headers">, name: string): Promise<Context> {
  const requestId = headers.get("x-request-id") ?? "none";
  const visitor = { ...systemContext(database(), "calendar"), requestId, address: clientAddress(headers) };
  const { actor, locale, proof } = await passDoor("calendar", { context: visitor, target: name }, async () => {
    const secret = inAddress.exec(name)?.[1];
    const holder = secret ? await againIfCut(visitor.db, () => holderOf(visitor, secret)) : null;
    if (!holder) throw new AppError("NOT_FOUND");
    return holder;
  });
  storeActor(actor.userId);
  const context = { ...visitor, actor, locale, proof };
  noteRights(context);
  return context;
}

async function holderOf({ db, address }: Context, secret: string): Promise<Holder | null> {
  const readAt = performance.now();
  const [row] = await db
    .select({
      feedId: calendarFeeds.id,
      locale: calendarFeeds.locale,
      stale: sql<boolean>`${calendarFeeds.lastUsedAt} is null or ${calendarFeeds.lastUsedAt} < now() - interval '1 minute'`,
      userId: users.id,
      name: users.name,
      role: users.role,
      memberStateId: users.memberStateId,
      isSample: users.isSample,
    })
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .where(
      and(eq(calendarFeeds.secretHash, hashSecret(secret)), isNull(calendarFeeds.revokedAt), eq(users.isActive, true)),
    );
  if (!row) return null;
  const { feedId, stale, locale, ...actor } = row;
  const used = { lastUsedAt: sql`now()`, lastUsedAddress: address };
  if (stale) await noteUse(db.update(calendarFeeds).set(used).where(eq(calendarFeeds.id, feedId)));
  return { actor, locale, proof: { by: "calendar", id: feedId, readAt } };
}
