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

/** Who asks, as far as the database tells at this moment. */
export type Identity = {
  asker: Asker;
  /**
   * `unknown` where the question failed although the database lives: whoever answers asks again.
   */
  kind: "person" | "nobody" | "unknown" | "away";
};

/**
 * Reads who makes this request, before its page or route is begun: by the session's cookie, or by
 * the key of a program. One question to the database says that it lives and who asks. Of requests
 * that read, the person is noted for the page; what somebody sends may change who they are.
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
