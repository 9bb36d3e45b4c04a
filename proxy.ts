import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { unreadableParams } from "@/app/query-checks";
import { asOfHeader, asOfText } from "@/domain/as-of";
import { type ErrorCode, statusOf } from "@/domain/errors";
import { shownMessages } from "@/i18n/catalogue";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { bodyProblem } from "@/server/body-check";
import { isDeskPage, isProgramAddress, type KeptField, keptFields, needsSession, pageOf } from "@/server/ended-session";
import { isDatabaseUp, isKnownAway } from "@/server/health";
import { inWords } from "@/server/kept-words";
import { takePlace } from "@/server/line";
import { hrefInPast, noteAsOf } from "@/server/note-as-of";
import { notePerson } from "@/server/note-person";
import { isLoopbackHost, isOwnHost, isSameOrigin, sayOwnAddress } from "@/server/origins";
import { fillMessage, plainPage } from "@/server/plain-page";
import { requestNote } from "@/server/request-note";
import { contentSecurityPolicy, securityHeaders } from "@/server/security-headers";
import { sessionCookieName } from "@/server/session-cookie";

/**
 * The gate before every page and route: method, host, origin, size, readable query, living database, a session where nothing
 * is open to others; and the headers of every answer. It authorises nothing: that is each query's and command's own business.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const requestId = randomUUID();
  const refusal = await refusalFor(request);
  if (refusal) return answerRefusal(request, refusal, { nonce, requestId });
  if (isSignedOut(request) && isDeskPage(request.nextUrl.pathname) && request.method !== "POST") {
    return redirectTo(new URL(signInHref(request), request.url), request, { nonce, requestId });
  }
  const inPast = hrefInPast(request);
  if (inPast) return redirectTo(new URL(inPast, request.url), request, { nonce, requestId });

  const headers = new Headers(request.headers);
  sayOwnAddress(headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set(asOfHeader, asOfText(requestNote()?.asOf));
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", contentSecurityPolicy(nonce));
  const response = NextResponse.next({ request: { headers } });
  setHeaders(response, request, { nonce, requestId });
  return response;
}

function redirectTo(address: URL, request: NextRequest, ids: Ids): NextResponse {
  const redirection = NextResponse.redirect(address, 307);
  setHeaders(redirection, request, ids);
  return redirection;
}

type Refusal = {
  status: number;
  code: ErrorCode;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  /** What was typed into a form that cannot be saved any more. */
  kept?: readonly KeptField[];
};
type Ids = { nonce: string; requestId: string };

const pageMethods = ["GET", "HEAD", "POST"];
const apiMethods = [...pageMethods, "PUT", "DELETE"];

async function refusalFor(request: NextRequest): Promise<Refusal | null> {
  const { pathname, searchParams } = request.nextUrl;
  if (!isOwnHost(request.headers.get("host")) && !isWatchedHere(request)) return { status: 400, code: "UNKNOWN_HOST" };
  const isProgram = isProgramAddress(pathname);
  const methods = isProgram ? apiMethods : pageMethods;
  if (!methods.includes(request.method)) {
    return { status: 405, code: "METHOD_NOT_ALLOWED", headers: { Allow: methods.join(", ") } };
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    // Programs carry a key of their own and no cookie counts there: no other site's page can send it for them.
    if (!isProgram && !isSameOrigin(request.headers)) return { status: 403, code: "CROSS_ORIGIN" };
    const problem = await bodyProblem(request);
    if (problem) return problem;
  }
  if (!isDecodable(pathname)) return { status: 400, code: "UNREADABLE_ADDRESS", params: { names: pathname } };
  const unreadable = unreadableParams(pathname, searchParams);
  if (unreadable.length > 0)
    return { status: 400, code: "UNREADABLE_ADDRESS", params: { names: unreadable.join(", ") } };
  if (!isWatch(pathname)) {
    const refusal = await refusalOfState(request);
    if (refusal) return refusal;
  }
  const kept = await keptFields(request);
  return kept.length > 0 ? { status: 401, code: "SESSION_ENDED", kept } : null;
}

const away: Refusal = { status: 503, code: "UNAVAILABLE", headers: { "Retry-After": "5" } };

/** Whether the database lives and there is room to answer. Who is read while others still wait could be somebody else by their turn. */
async function refusalOfState(request: NextRequest): Promise<Refusal | null> {
  if (isKnownAway()) return away;
  if (isSignedOut(request) && needsSession(request.nextUrl.pathname)) return { status: 401, code: "UNAUTHENTICATED" };
  if (!(await hasPlace(request))) return { ...away, code: "OVERLOADED" };
  if (!(await notePerson(request)) && !(await isDatabaseUp())) return away;
  return pastRefusal(request);
}

/** A moment that cannot be shown is told before the page is begun, in words. */
async function pastRefusal(request: NextRequest): Promise<Refusal | null> {
  try {
    const error = await noteAsOf(request);
    return error && { status: statusOf(error.code), code: error.code, params: textsOf(error.params) };
  } catch {
    return away;
  }
}

function textsOf(params: Readonly<Record<string, string | number>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

/** What watches the site must hear of it while the database is away. */
function isWatch(pathname: string): boolean {
  return /^\/(api\/health(\/.*)?|metrics)$/.test(pathname);
}

/**
 * Downloads have a line of their own, where they may wait for longer (features/reports). What somebody sends is taken at once: after a form
 * Next asks itself for the page that follows, and that one stands in line; with a place for both, sixteen forms would wait for each other.
 */
async function hasPlace({ method, nextUrl: { pathname } }: NextRequest): Promise<boolean> {
  const note = requestNote();
  const isReading = method === "GET" || method === "HEAD";
  if (!note || !isReading || pathname.endsWith("/export")) return true;
  const place = await takePlace("requests");
  if (!place) return false;
  if (note.hasEnded) place.leave();
  else note.onEnd = place.leave;
  return true;
}

/** A program on this machine asks by the machine's address, whatever the site is called outside. */
function isWatchedHere(request: NextRequest): boolean {
  return isWatch(request.nextUrl.pathname) && isLoopbackHost(request.headers.get("host"));
}

/** Next answers 500 to a page's address with half a character in it. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function isSignedOut(request: NextRequest): boolean {
  return !request.cookies.has(sessionCookieName());
}

/** The way to the sign-in page and back here. */
function signInHref({ nextUrl }: NextRequest): string {
  const here = new URL(nextUrl);
  here.searchParams.delete("_rsc");
  return `/sign-in?next=${encodeURIComponent(here.pathname + here.search)}`;
}

function answerRefusal(request: NextRequest, refusal: Refusal, ids: Ids): NextResponse {
  const locale = chooseLocale(request.cookies.get(localeCookie)?.value, request.headers.get("accept-language"));
  const { pathname } = request.nextUrl;
  const isApi = pathname.startsWith("/api/");
  const { badRequest, unauthorized } = shownMessages[locale].errors.page;
  const body = isApi
    ? JSON.stringify({ error: { code: refusal.code, message: wordsOf(locale, refusal), requestId: ids.requestId } })
    : plainPage({
        locale,
        ...ids,
        code: refusal.code,
        params: refusal.params,
        kept: refusal.kept?.map((field) => inWords(locale, field)),
        way: refusal.kept
          ? { label: unauthorized.action, href: signInHref(request) }
          : { label: badRequest.action, href: pageOf(pathname) },
      });
  const response = new NextResponse(body, {
    status: refusal.status,
    headers: { ...refusal.headers, "Content-Type": isApi ? "application/json" : "text/html; charset=utf-8" },
  });
  setHeaders(response, request, ids);
  return response;
}

const evidenceFile = /^\/((activities|api\/v1\/entries)\/[^/]+\/evidence|meetings\/[^/]+\/papers)\/(?!new$)[^/]+$/;

function wordsOf(locale: "en" | "lo", { code, params }: Refusal): string {
  return fillMessage(shownMessages[locale].errors[code], params);
}

function setHeaders(response: NextResponse, request: NextRequest, { nonce, requestId }: Ids): void {
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.headers.set(name, value);
  // What somebody has sent runs nothing, wherever it is opened. Set here, because a header of the route's own would be replaced.
  if (evidenceFile.test(request.nextUrl.pathname))
    response.headers.set("Content-Security-Policy", `${contentSecurityPolicy(nonce)}; sandbox`);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("Cache-Control", "private, no-store");
  // The path is a secret there: no request that the page makes may name it. Forms still send their Origin.
  if (request.nextUrl.pathname.startsWith("/invite/")) response.headers.set("Referrer-Policy", "strict-origin");
}

/** All but the site's own files, whose headers are in next.config.ts. */
export const config = { matcher: ["/((?!_next/static/|icon\\.svg$).*)"] };
