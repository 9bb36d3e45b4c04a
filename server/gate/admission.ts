import "server-only";
import type { NextRequest } from "next/server";
import { isKnownAway } from "../observability/health";
import { isKeptFile, needsSession } from "../request/ended-session";
import { type Asker, type QueueName, takeSlot } from "../request/request-queue";
import { requestStore } from "../request/request-store";
import { mostUnread, unreadOf } from "../sending/unread";
import { type Identity, identify } from "./identify";
import type { Malformed } from "./malformed";

export const away: Malformed = { status: 503, code: "UNAVAILABLE", headers: { "Retry-After": "5" } };
const overloaded: Malformed = { ...away, code: "OVERLOADED" };
const unread: Malformed = { ...away, status: 429, code: "TOO_MANY_UNREAD" };

/** A request that may be worked on, and who makes it. */
export type Admission = { refusal: Malformed } | { refusal: null; kind: "person" | "nobody" | "unknown" };

/**
 * Lets a request in when its turn comes: the database lives, it is known who asks, and there is a
 * slot among those that are worked on. Whoever has waited for the slot may be somebody else by
 * then, and is read again.
 */
export async function admit(request: NextRequest): Promise<Admission> {
  if (isKnownAway()) return { refusal: away };
  const first = await identify(request);
  if (first.kind === "away") return { refusal: away };
  if (first.kind === "nobody" && needsSession(request.nextUrl.pathname))
    return { refusal: { status: 401, code: "UNAUTHENTICATED" } };
  // Nobody gets large answers, and many may share an address.
  if (first.kind === "person" && unreadOf(first.asker.key) >= mostUnread) return { refusal: unread };
  const turn = await takeTurn(request, first);
  if (turn === "refused") return { refusal: overloaded };
  const { kind } = turn === "waited" ? await identify(request) : first;
  return kind === "away" ? { refusal: away } : { refusal: null, kind };
}

/** Exports stand in a queue of their own, where they may wait for longer (features/reports). */
function lineFor({ method, headers, nextUrl: { pathname } }: NextRequest, asker: Asker): QueueName | null {
  if (pathname.endsWith("/export")) return null;
  // Nobody's get their 401 like any page.
  if (asker.isKnown && isKeptFile(pathname)) return "files";
  if (method === "GET" || method === "HEAD") return "requests";
  // Next passes an action on to the page that has it; the first request holds a slot already.
  return headers.has("x-action-forwarded") && requestStore()?.isLoopback ? null : "writes";
}

async function takeTurn(request: NextRequest, { asker }: Identity): Promise<"at once" | "waited" | "refused"> {
  const store = requestStore();
  store?.onGate?.();
  if (store) store.askerKey = asker.key;
  const queue = lineFor(request, asker);
  if (!store || !queue) return "at once";
  const slot = await takeSlot(queue, asker, request.signal);
  if (!slot) return "refused";
  if (store.isMade) slot.release();
  else store.onMade = slot.release;
  return slot.hasWaited ? "waited" : "at once";
}
