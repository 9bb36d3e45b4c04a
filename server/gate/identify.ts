import "server-only";
import type { NextRequest } from "next/server";
import { againIfCut, quickDatabase } from "@/db/client";
import { findHolder } from "../auth/api-token";
import { secretInCookie } from "../auth/session-cookie";
import { readSession } from "../auth/sessions";
import { isDatabaseUp } from "../observability/health";
import { clientAddress, limitKey } from "../request/client-address";
import { isProgramAddress } from "../request/ended-session";
import { type Asker, nobodyAt, personAsking } from "../request/request-queue";
import { requestStore, storeActor } from "../request/request-store";
import { rememberCaller } from "../sending/callers";

/** The caller of a request, as the database knows them at this moment. */
export type Identity = {
  asker: Asker;
  /**
   * `unknown` if the query failed although the database answers; the page or route then asks again.
   */
  kind: "person" | "nobody" | "unknown" | "away";
};

/**
 * Identifies the caller before the page or route begins: by the session cookie, or by an API key.
 * One query tells whether the database answers and who the caller is. For GET and HEAD the person
 * is stored for the page; other requests may change who is signed in.
 */
export async function identify(request: NextRequest): Promise<Identity> {
  const nobody = nobodyAt(limitKey(clientAddress(request.headers)));
  try {
    const userId = await userOf(request);
    rememberCaller(request.headers, userId);
    if (userId !== null) return { asker: personAsking(userId), kind: "person" };
    if (await isDatabaseUp()) return { asker: nobody, kind: "nobody" };
    return { asker: nobody, kind: "away" };
  } catch {
    return { asker: nobody, kind: (await isDatabaseUp()) ? "unknown" : "away" };
  }
}

async function userOf(request: NextRequest): Promise<number | null> {
  const { headers, method, nextUrl } = request;
  if (isProgramAddress(nextUrl.pathname)) {
    const holder = await findHolder(headers);
    if (holder) storeActor(holder.actor.userId);
    return holder?.actor.userId ?? null;
  }
  const secret = await secretInCookie(headers);
  if (secret === null) return null;
  const person = await againIfCut(quickDatabase(), () => readSession(quickDatabase(), secret));
  const store = requestStore();
  if (store && (method === "GET" || method === "HEAD")) store.person = person;
  return person?.actor.userId ?? null;
}
