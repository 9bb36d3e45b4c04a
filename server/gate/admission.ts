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

/** A request that may proceed, with the kind of its caller. */
export type Admission = { refusal: Malformed } | { refusal: null; kind: "person" | "nobody" | "unknown" };

/**
 * Admits a request when its turn comes: the database answers, the caller is identified, and a slot
 * of the queue is free. After a wait for the slot the caller is identified again, because their
 * session may have ended meanwhile.
 */
export async function admit(request: NextRequest): Promise<Admission> {
  if (isKnownAway()) return { refusal: away };
  const first = await identify(request);
  if (first.kind === "away") return { refusal: away };
  if (first.kind === "nobody" && needsSession(request.nextUrl.pathname))
    return { refusal: { status: 401, code: "UNAUTHENTICATED" } };
  // Not for unauthenticated callers: they get no large answers, and many may share one address.
  if (first.kind === "person" && unreadOf(first.asker.key) >= mostUnread) return { refusal: unread };
  const turn = await takeTurn(request, first);
  if (turn === "refused") return { refusal: overloaded };
  const { kind } = turn === "waited" ? await identify(request) : first;
  return kind === "away" ? { refusal: away } : { refusal: null, kind };
}

/**
 * The queue of a request. Exports take slots of a separate queue, in which they may wait longer
 * (features/reports).
 */
function queueFor({ method, headers, nextUrl: { pathname } }: NextRequest, asker: Asker): QueueName | null {
  if (pathname.endsWith("/export")) return null;
  // Without a session they get a 401 like any page.
  if (asker.isKnown && isKeptFile(pathname)) return "files";
  if (method === "GET" || method === "HEAD") return "requests";
  // Next forwards an action to the page that has it; the first request holds a slot already.
  return headers.has("x-action-forwarded") && requestStore()?.isLoopback ? null : "writes";
}

async function takeTurn(request: NextRequest, { asker }: Identity): Promise<"at once" | "waited" | "refused"> {
  const store = requestStore();
  store?.onGate?.();
  if (store) store.askerKey = asker.key;
  const queue = queueFor(request, asker);
  if (!store || !queue) return "at once";
  const slot = await takeSlot(queue, asker, request.signal);
  if (!slot) return "refused";
  if (store.isMade) slot.release();
  else store.onMade = slot.release;
  return slot.hasWaited ? "waited" : "at once";
}
