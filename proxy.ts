import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { unreadableParams } from "@/app/query-checks";
import { labelField } from "@/app/unsaved-fields";
import { asOfHeader, asOfText } from "@/domain/as-of";
import { secondsToRetry, statusOf } from "@/domain/errors";
import { shownMessages } from "@/i18n/catalogue";
import { shownParams } from "@/i18n/error-params";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { isOwnDiskFull } from "@/server/database/database-condition";
import { admit, away } from "@/server/gate/admission";
import { bodyProblem } from "@/server/gate/body-check";
import { type Malformed, malformedHead } from "@/server/gate/malformed";
import { hrefInPast, readPastMoment } from "@/server/gate/read-as-of";
import {
  isDeskPage,
  isKeptFile,
  isOpen,
  isProgramAddress,
  type KeptField,
  keptFields,
  pageOf,
} from "@/server/request/ended-session";
import { isLoopbackHost, isOwnHost, isSameOrigin, sayOwnAddress } from "@/server/request/origins";
import { interpolateMessage, plainPage } from "@/server/request/plain-page";
import { requestStore } from "@/server/request/request-store";
import { contentSecurityPolicy, securityHeaders } from "@/server/request/security-headers";

/**
 * The gate before every page and route: method, host, origin, size, readable query, living
 * database, a session where nothing is open to others; and the headers of every answer. It
 * authorises nothing: that is each query's and command's own business.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const requestId = randomUUID();
  const ids = { nonce, requestId };
  const { refusal, isNobody } = await check(request);
  if (refusal) return answerRefusal(request, refusal, ids);
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
  return response;
}

function redirectTo(address: URL, request: NextRequest, ids: Ids): NextResponse {
  const redirection = NextResponse.redirect(address, 307);
  setHeaders(redirection, request, ids);
  return redirection;
}

type Refusal = Malformed & {
  /** What was typed into a form that cannot be saved any more. */
  kept?: readonly KeptField[];
};
type Ids = { nonce: string; requestId: string };
/** The bundled PostgreSQL has ended because there is no room for its write-ahead log. */
const diskFull: Refusal = { status: 507, code: "STORAGE_FULL", headers: { "Retry-After": "60" } };
type Checked = { refusal: Refusal | null; isNobody: boolean };

const pageMethods = ["GET", "HEAD", "POST"];
const apiMethods = [...pageMethods, "PUT", "DELETE"];

async function check(request: NextRequest): Promise<Checked> {
  const refusal = (await refusalOfShape(request)) ?? refusalOfPath(request);
  if (refusal) return { refusal: await withWords(request, refusal), isNobody: true };
  if (isWatch(request.nextUrl.pathname)) return { refusal: refusalOfAddress(request), isNobody: true };
  const admission = await admit(request);
  if (admission.refusal) return { refusal: admission.refusal, isNobody: true };
  const isNobody = admission.kind === "nobody";
  // To nobody every address of the desk and of the API is the same: what it says would tell what
  // exists.
  const isUnderstood = !isNobody || isOpen(request.nextUrl.pathname);
  const understood = isUnderstood ? (refusalOfAddress(request) ?? (await pastRefusal(request))) : null;
  if (understood) return { refusal: understood, isNobody };
  const kept = isNobody ? await keptFields(request) : [];
  return { refusal: kept.length > 0 ? { status: 401, code: "SESSION_ENDED", kept } : null, isNobody };
}

/**
 * A form of an earlier version of the site cannot be saved: what was typed comes back, to be
 * copied.
 */
async function withWords(request: NextRequest, refusal: Refusal): Promise<Refusal> {
  return refusal.code === "UNKNOWN_ACTION" ? { ...refusal, kept: await keptFields(request) } : refusal;
}

/** Host, method, origin and body: whether this is a request that is served here at all. */
async function refusalOfShape(request: NextRequest): Promise<Refusal | null> {
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
  // Programs carry a key of their own and no cookie counts there: no other site's page can send it
  // for them.
  if (!isProgram && !isSameOrigin(request.headers)) return { status: 403, code: "CROSS_ORIGIN" };
  return bodyProblem(request);
}

function refusalOfPath({ nextUrl: { pathname } }: NextRequest): Refusal | null {
  // Next's own page for a failure that nothing else shows; asked for by name it is none.
  if (pathname === "/_global-error") return { status: 404, code: "NOT_FOUND" };
  return isDecodable(pathname) ? null : { status: 400, code: "UNREADABLE_ADDRESS", params: { names: pathname } };
}

function refusalOfAddress({ nextUrl: { pathname, searchParams } }: NextRequest): Refusal | null {
  const names = unreadableParams(pathname, searchParams);
  return names.length > 0 ? { status: 400, code: "UNREADABLE_ADDRESS", params: { names: names.join(", ") } } : null;
}

/** A moment that cannot be shown is told before the page is begun, in words. */
async function pastRefusal(request: NextRequest): Promise<Refusal | null> {
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

/** What watches the site must hear of it while the database is away. */
function isWatch(pathname: string): boolean {
  return /^\/(api\/health(\/.*)?|metrics)$/.test(pathname);
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

/** The way to the sign-in page and back here. */
function signInHref({ nextUrl }: NextRequest): string {
  const here = new URL(nextUrl);
  here.searchParams.delete("_rsc");
  return `/sign-in?next=${encodeURIComponent(here.pathname + here.search)}`;
}

function answerRefusal(request: NextRequest, given: Refusal, ids: Ids): NextResponse {
  const refusal = given.code === "UNAVAILABLE" && isOwnDiskFull() ? diskFull : given;
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
        kept: refusal.kept?.map((field) => labelField(locale, pathname, field)),
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

function wordsOf(locale: "en" | "lo", { code, params }: Refusal): string {
  return interpolateMessage(shownMessages[locale].errors[code], shownParams(params, locale));
}

function setHeaders(response: NextResponse, request: NextRequest, { nonce, requestId }: Ids): void {
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.headers.set(name, value);
  // What somebody has sent runs nothing, wherever it is opened. Set here, because a header of the
  // route's own would be replaced.
  if (isKeptFile(request.nextUrl.pathname))
    response.headers.set("Content-Security-Policy", `${contentSecurityPolicy(nonce)}; sandbox`);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("Cache-Control", "private, no-store");
  // The path is a secret there: no request that the page makes may name it. Forms still send their
  // Origin.
  if (request.nextUrl.pathname.startsWith("/invite/")) response.headers.set("Referrer-Policy", "strict-origin");
}

/** All but the site's own files, whose headers are in next.config.ts. */
export const config = { matcher: ["/((?!_next/static/|icon\\.svg$).*)"] };
