import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { againIfCut, database } from "@/db/client";
import { apiTokens } from "@/db/schema/api";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import type { Actor } from "@/domain/roles";
import type { Locale, TokenScope } from "@/domain/vocabulary";
import type { Context, Proof } from "../context";
import { storeActor } from "../request/request-store";
import { passDoor } from "./secret-door";
import { hashSecret, noteUse } from "./sessions";

/** Prefix by which a token is recognisable wherever it is found. */
export const tokenPrefix = "aat_";

const bearer = /^Bearer (aat_[A-Za-z0-9_-]{43})$/i;

export type TokenHolder = {
  actor: Actor & { userId: number };
  scope: TokenScope;
  locale: Locale | null;
  expiresAt: Date;
  proof: Proof;
};

/**
 * The owner and scope of the request's token. Token and owner are read each time: a revoked token,
 * a lower role or a disabled account takes effect at the next request. Cookies are ignored, so no
 * other site's page can call the API in a person's name.
 * @param context of a visitor who is not identified yet, for the audit log
 * @throws AppError UNAUTHENTICATED, or TOO_MANY_ATTEMPTS after many wrong tokens from one address
 */
export async function readToken(headers: Headers, context: Context): Promise<TokenHolder> {
  const presented = headers.get("authorization");
  // A request without a token is not counted as a try.
  if (!presented) throw new AppError("UNAUTHENTICATED");
  return passDoor("apiKey", { context, target: presented }, async () => {
    const secret = bearer.exec(presented)?.[1];
    const holder = secret ? await againIfCut(database(), () => holderOf(secret, context.address)) : null;
    if (!holder) throw new AppError("UNAUTHENTICATED");
    storeActor(holder.actor.userId);
    return holder;
  });
}

/**
 * The owner of the request's token, only to know as whom to count the request: nothing is refused
 * and no try is counted.
 */
export async function findHolder(headers: Headers): Promise<TokenHolder | null> {
  const secret = bearer.exec(headers.get("authorization") ?? "")?.[1];
  return secret ? againIfCut(database(), () => holderOf(secret)) : null;
}

/** @param address the client's address, to be stored; undefined if the token is only looked up */
async function holderOf(secret: string, address?: string | null): Promise<TokenHolder | null> {
  const readAt = performance.now();
  const db = database();
  const [row] = await db
    .select({
      tokenId: apiTokens.id,
      scope: apiTokens.scope,
      expiresAt: apiTokens.expiresAt,
      stale: sql<boolean>`${apiTokens.lastUsedAt} is null or ${apiTokens.lastUsedAt} < now() - interval '1 minute'`,
      userId: users.id,
      name: users.name,
      role: users.role,
      memberStateId: users.memberStateId,
      isSample: users.isSample,
      locale: users.locale,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(
        eq(apiTokens.secretHash, hashSecret(secret)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, sql`now()`),
        eq(users.isActive, true),
      ),
    );
  if (!row) return null;
  const { tokenId, scope, expiresAt, stale, locale, ...actor } = row;
  const used = { lastUsedAt: sql`now()`, lastUsedAddress: address };
  if (stale && address !== undefined) await noteUse(db.update(apiTokens).set(used).where(eq(apiTokens.id, tokenId)));
  return { actor, scope, locale, expiresAt, proof: { by: "token", id: tokenId, readAt } };
}
