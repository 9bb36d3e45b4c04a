import "server-only";
import type { IncomingMessage } from "node:http";
import { sessionCookieName } from "../auth/session-cookie";
import { addressBehind, limitKey } from "../request/client-address";
import type { Caller } from "./entrance";

/** Proofs that are remembered: more than people and programs work at once. */
const most = 5_000;

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __provenCallers?: Map<string, number> };

function proven(): Map<string, number> {
  held.__provenCallers ??= new Map();
  return held.__provenCallers;
}

/**
 * Remembers whom a credential belonged to when it was last looked up, so that the next request with
 * it need not stand among strangers. It proves nothing: the gate looks it up again each time.
 * @param userId null where it belongs to nobody
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

/** Who makes this request, as far as can be told without asking the database. */
export function callerOf({ headers, socket }: IncomingMessage): Caller {
  const credential = credentialIn(headers.cookie ?? null, headers.authorization ?? null);
  const userId = credential === null ? undefined : proven().get(credential);
  if (userId !== undefined) return { key: `person ${userId}`, isProven: true };
  const forwarded = headers["x-forwarded-for"]?.toString() ?? null;
  const address = limitKey(addressBehind(socket.remoteAddress ?? "", forwarded));
  // Whoever claims a session may have one, and stands apart from those who do not even say so.
  return { key: `${credential === null ? "nobody" : "claim"} ${address}`, isProven: false };
}

function credentialIn(cookies: string | null, authorization: string | null): string | null {
  if (authorization !== null) return authorization;
  const name = `${sessionCookieName()}=`;
  const cookie = cookies?.split(/; */).find((one) => one.startsWith(name));
  return cookie?.slice(name.length) ?? null;
}
