import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { withoutTracking } from "@/address/tracking-names";
import { unreadableParams } from "@/app/query-checks";
import { labelField } from "@/app/unsaved-fields";
import { asOfHeader, asOfText } from "@/domain/as-of";
import { secondsToRetry, statusOf } from "@/domain/errors";
import type { Locale } from "@/domain/vocabulary";
import { catalogue, shownMessages } from "@/i18n/catalogue";
import { shownParams } from "@/i18n/error-params";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { cookieProof } from "@/server/auth/session-cookie";
import { isOwnDiskFull } from "@/server/database/database-condition";
import { admit, away } from "@/server/gate/admission";
import { bodyProblem } from "@/server/gate/body-check";
import { type Malformed, malformedHead } from "@/server/gate/malformed";
import { hrefInPast, readPastMoment } from "@/server/gate/read-as-of";
import { isDeskPage, isKeptFile, isOpen, isProgramAddress, keptFields, pageOf } from "@/server/request/ended-session";
import { isLoopbackHost, isOwnHost, isSameOrigin, sayOwnAddress } from "@/server/request/origins";
import { interpolateMessage, plainPage } from "@/server/request/plain-page";
import { requestStore } from "@/server/request/request-store";
import { contentSecurityPolicy, securityHeaders } from "@/server/request/security-headers";

/**
 * The gate before every page and route: checks method, host, origin, size, query, database, and the
 * session if the address needs one; and sets the headers of every answer. It authorises nothing;
 * each query and command does that itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const requestId = randomUUID();
  const ids = { nonce, requestId };
  const { refusal, isNobody } = await check(request);
  if (refusal) return answerRefusal(request, refusal, ids);
  const untracked = addressUntracked(request);
  if (untracked) return redirectTo(untracked, request, ids);
  if (isNobody && isDeskPage(request.nextUrl.pathname) && request.method !== "POST") {
    return redirectTo(new URL(signInHref(request), request.url), request, ids);
  }
  const inPast = isNobody ? null : hrefInPast(request);
  if (inPast) return redirectTo(new URL(inPast, request.url), request, ids);

  const headers = new Headers(request.headers);
  sayOwnAddress(headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set(asOfHeader, asOfText(requestStore()?.asOf));
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", contentSecurityPolicy(nonce));
  const response = NextResponse.next({ request: { headers } });
  setHeaders(response, request, ids);
  const isSignIn = request.nextUrl.pathname === "/sign-in" && request.method === "GET";
  if (isSignIn && !request.headers.has("cookie")) response.headers.append("Set-Cookie", cookieProof());
  return response;
}

function redirectTo(address: URL, request: NextRequest, ids: Ids): NextResponse {
  const redirection = NextResponse.redirect(address, 307);
  setHeaders(redirection, request, ids);
  return redirection;
}

type Ids = { nonce: string; requestId: string };
/** For when the bundled PostgreSQL has stopped because there is no room for its write-ahead log. */
const diskFull: Malformed = { status: 507, code: "STORAGE_FULL", headers: { "Retry-After": "60" } };
type Checked = { refusal: Malformed | null; isNobody: boolean };

const pageMethods = ["GET", "HEAD", "POST"];
const apiMethods = [...pageMethods, "PUT", "DELETE"];

async function check(request: NextRequest): Promise<Checked> {
  const refusal = (await refusalOfShape(request)) ?? refusalOfPath(request);
  if (refusal) return { refusal: await withWords(request, refusal), isNobody: true };
  if (isWatch(request.nextUrl.pathname)) return { refusal: refusalOfAddress(request), isNobody: true };
  const admission = await admit(request);
  if (admission.refusal) return { refusal: admission.refusal, isNobody: true };
  const isNobody = admission.kind === "nobody";
  // For unauthenticated callers all addresses of the desk and the API behave the same, because
  // differences would reveal what exists.
  const isUnderstood = !isNobody || isOpen(request.nextUrl.pathname);
  const understood = isUnderstood ? (refusalOfAddress(request) ?? (await pastRefusal(request))) : null;
  if (understood) return { refusal: understood, isNobody };
  const kept = isNobody ? await keptFields(request) : [];
  return { refusal: kept.length > 0 ? { status: 401, code: "SESSION_ENDED", kept } : null, isNobody };
}

/**
 * A form of an earlier build of the site cannot be saved; the typed text is returned, to be copied.
 */
async function withWords(request: NextRequest, refusal: Malformed): Promise<Malformed> {
  return refusal.code === "UNKNOWN_ACTION" ? { ...refusal, kept: await keptFields(request) } : refusal;
}

/** Checks host, headers, method, origin and body. */
async function refusalOfShape(request: NextRequest): Promise<Malformed | null> {
  const { pathname } = request.nextUrl;
  if (!isOwnHost(request.headers.get("host")) && !isWatchedHere(request)) return { status: 400, code: "UNKNOWN_HOST" };
  const malformed = malformedHead(request.headers, requestStore()?.routerState);
  if (malformed) return malformed;
  const isProgram = isProgramAddress(pathname);
  const methods = isProgram ? apiMethods : pageMethods;
  if (!methods.includes(request.method)) {
    return { status: 405, code: "METHOD_NOT_ALLOWED", headers: { Allow: methods.join(", ") } };
  }
  if (request.method === "GET" || request.method === "HEAD") return null;
  // API clients authenticate with a key and cookies do not count, so no other site's page can send
  // the request in their name.
  if (!isProgram && !isSameOrigin(request.headers)) return { status: 403, code: "CROSS_ORIGIN" };
  return bodyProblem(request);
}

function refusalOfPath({ nextUrl: { pathname } }: NextRequest): Malformed | null {
  // Next's own page for uncaught failures; requested by its address it does not exist.
  if (pathname === "/_global-error") return { status: 404, code: "NOT_FOUND" };
  return isDecodable(pathname) ? null : { status: 400, code: "UNREADABLE_ADDRESS", params: { names: pathname } };
}

function refusalOfAddress({ nextUrl: { pathname, searchParams } }: NextRequest): Malformed | null {
  const names = unreadableParams(pathname, searchParams);
  return names.length > 0 ? { status: 400, code: "UNREADABLE_ADDRESS", params: { names: names.join(", ") } } : null;
}

/** The refusal of a moment that cannot be shown, with a message, before the page begins. */
async function pastRefusal(request: NextRequest): Promise<Malformed | null> {
  try {
    const error = await readPastMoment(request);
    if (!error) return null;
    const { code, params } = error;
    const wait = secondsToRetry(error);
    const headers = wait === null ? undefined : { "Retry-After": String(wait) };
    return { status: statusOf(code), code, params: textsOf(params), headers };
  } catch {
    return away;
  }
}

function textsOf(params: Readonly<Record<string, string | number>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

/** The address without the names that others append to links, so that nobody passes them on. */
function addressUntracked({ method, nextUrl, url }: NextRequest): URL | null {
  const isPage = (method === "GET" || method === "HEAD") && !isProgramAddress(nextUrl.pathname);
  const left = isPage ? withoutTracking(nextUrl.searchParams) : null;
  if (left === null) return null;
  const address = new URL(url);
  address.search = left.toString();
  return address;
}

/** True for the addresses used by monitoring, which must answer while the database is down. */
function isWatch(pathname: string): boolean {
  return /^\/(api\/health(\/.*)?|metrics)$/.test(pathname);
}

/**
 * True for monitoring by a program on this machine, which uses the loopback name whatever the
 * public host.
 */
function isWatchedHere(request: NextRequest): boolean {
  return isWatch(request.nextUrl.pathname) && isLoopbackHost(request.headers.get("host"));
}

/** False if the path contains an incomplete UTF-8 sequence; Next would answer 500. */
function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** The address of the sign-in page that returns here afterwards. */
function signInHref({ nextUrl }: NextRequest): string {
  const here = new URL(nextUrl);
  here.searchParams.delete("_rsc");
  return `/sign-in?next=${encodeURIComponent(here.pathname + here.search)}`;
}

function answerRefusal(request: NextRequest, given: Malformed, ids: Ids): NextResponse {
  const refusal = given.code === "UNAVAILABLE" && isOwnDiskFull() ? diskFull : given;
  const locale = chooseLocale(request.cookies.get(localeCookie)?.value, request.headers.get("accept-language"));
  const { pathname } = request.nextUrl;
  const isApi = pathname.startsWith("/api/");
  const body = isApi
    ? JSON.stringify({ error: { code: refusal.code, message: wordsOf(locale, refusal), requestId: ids.requestId } })
    : plainPage({
        locale,
        ...ids,
        code: refusal.code,
        params: refusal.params,
        kept: refusal.kept?.map((field) => labelField(locale, pathname, field)),
        way: wayOn(request, refusal, locale),
      });
  const response = new NextResponse(body, {
    status: refusal.status,
    headers: { ...refusal.headers, "Content-Type": isApi ? "application/json" : "text/html; charset=utf-8" },
  });
  setHeaders(response, request, ids);
  return response;
}

/** Where a person goes on: to the sign-in page, back to the form, or to the page itself. */
function wayOn(request: NextRequest, { code }: Malformed, locale: Locale): { label: string; href: string } {
  const { badRequest, form, unauthorized } = shownMessages[locale].errors.page;
  if (code === "SESSION_ENDED") return { label: unauthorized.action, href: signInHref(request) };
  const label = request.method === "POST" ? form.action : badRequest.action;
  return { label, href: pageOf(request.nextUrl.pathname) };
}

function wordsOf(locale: Locale, { code, params }: Malformed): string {
  return interpolateMessage(catalogue[locale].errors[code], shownParams(params, locale));
}

function setHeaders(response: NextResponse, request: NextRequest, { nonce, requestId }: Ids): void {
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.headers.set(name, value);
  // Uploaded content must not run scripts, however it is opened. Set here, because a header set by
  // the route would be replaced.
  if (isKeptFile(request.nextUrl.pathname))
    response.headers.set("Content-Security-Policy", `${contentSecurityPolicy(nonce)}; sandbox`);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("Cache-Control", "private, no-store");
  // The path contains a secret, so the page's requests must not send it as referrer. Forms still
  // send their Origin.
  if (/^\/(invite|setup)\//.test(request.nextUrl.pathname)) response.headers.set("Referrer-Policy", "strict-origin");
}

/** Every address but static files, whose headers are in next.config.ts. */
export const config = { matcher: ["/((?!_next/static/|icon\\.svg$).*)"] };
