import "server-only";
import type { IncomingMessage } from "node:http";
import { sessionCookieName } from "../auth/session-cookie";
import { addressBehind, limitKey } from "../request/client-address";
import type { Caller } from "./entrance";

/** The most credentials that are remembered; more than are in use at the same time. */
const most = 5_000;

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __provenCallers?: Map<string, number> };

function proven(): Map<string, number> {
  shared.__provenCallers ??= new Map();
  return shared.__provenCallers;
}

/**
 * Remembers the owner of a credential when it is looked up, so that the next request with it does
 * not have to queue as unauthenticated. It proves nothing: the gate looks the credential up each
 * time.
 * @param userId null if it belongs to nobody
 */
export function rememberCaller(headers: Headers, userId: number | null): void {
  const credential = credentialIn(headers.get("cookie"), headers.get("authorization"));
  if (credential === null) return;
  const known = proven();
  known.delete(credential);
  if (userId !== null) known.set(credential, userId);
  const [oldest] = known.size > most ? known.keys() : [];
  if (oldest !== undefined) known.delete(oldest);
}

/** The caller of a request, as far as can be determined without asking the database. */
export function callerOf({ headers, socket }: IncomingMessage): Caller {
  const credential = credentialIn(headers.cookie ?? null, headers.authorization ?? null);
  const userId = credential === null ? undefined : proven().get(credential);
  if (userId !== undefined) return { key: `person ${userId}`, isProven: true };
  const forwarded = headers["x-forwarded-for"]?.toString() ?? null;
  const address = limitKey(addressBehind(socket.remoteAddress ?? "", forwarded));
  // Requests with an unknown credential may be authentic, and are counted apart from those without
  // any.
  return { key: `${credential === null ? "nobody" : "claim"} ${address}`, isProven: false };
}

function credentialIn(cookies: string | null, authorization: string | null): string | null {
  if (authorization !== null) return authorization;
  const name = `${sessionCookieName()}=`;
  const cookie = cookies?.split(/; */).find((one) => one.startsWith(name));
  return cookie?.slice(name.length) ?? null;
}
