import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { unreadableParams } from "@/app/query-checks";
import type { ErrorCode } from "@/domain/errors";
import { shownMessages } from "@/i18n/catalogue";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { isDatabaseUp } from "@/server/health";
import { isOwnHost, isSameOrigin } from "@/server/origins";
import { plainPage } from "@/server/plain-page";
import { contentSecurityPolicy, securityHeaders } from "@/server/security-headers";

/**
 * The gate before every page and route: method, host, origin, size, readable query, living database; and the headers of every
 * answer. It authorises nothing: that is each query's and command's own business.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString("base64");
  const requestId = randomUUID();
  const refusal = await refusalFor(request);
  if (refusal) return answerRefusal(request, refusal, { nonce, requestId });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from this request header.
  headers.set("content-security-policy", contentSecurityPolicy(nonce));
  const response = NextResponse.next({ request: { headers } });
  setHeaders(response, nonce, requestId);
  return response;
}

type Refusal = { status: number; code: ErrorCode; headers?: Record<string, string>; params?: Record<string, string> };

const pageMethods = ["GET", "HEAD", "POST"];
const bodyLimit = 1_048_576;

async function refusalFor(request: NextRequest): Promise<Refusal | null> {
  const { pathname, searchParams } = request.nextUrl;
  if (!isOwnHost(request.headers.get("host"))) return { status: 400, code: "UNKNOWN_HOST" };
  if (!pageMethods.includes(request.method)) {
    return { status: 405, code: "METHOD_NOT_ALLOWED", headers: { Allow: pageMethods.join(", ") } };
  }
  if (request.method === "POST") {
    if (!isSameOrigin(request.headers)) return { status: 403, code: "CROSS_ORIGIN" };
    if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return { status: 413, code: "BODY_TOO_LARGE" };
  }
  const unreadable = unreadableParams(pathname, searchParams);
  if (unreadable.length > 0)
    return { status: 400, code: "UNREADABLE_ADDRESS", params: { names: unreadable.join(", ") } };
  if (!pathname.startsWith("/api/health") && !(await isDatabaseUp())) {
    return { status: 503, code: "UNAVAILABLE", headers: { "Retry-After": "5" } };
  }
  return null;
}

function answerRefusal(
  request: NextRequest,
  refusal: Refusal,
  ids: { nonce: string; requestId: string },
): NextResponse {
  const locale = chooseLocale(request.cookies.get(localeCookie)?.value, request.headers.get("accept-language"));
  const { pathname } = request.nextUrl;
  const isApi = pathname.startsWith("/api/");
  const body = isApi
    ? JSON.stringify({ error: { code: refusal.code, message: refusal.code, requestId: ids.requestId } })
    : plainPage({
        locale,
        ...ids,
        code: refusal.code,
        params: refusal.params,
        way: { label: shownMessages[locale].errors.page.badRequest.action, href: pathname },
      });
  const response = new NextResponse(body, {
    status: refusal.status,
    headers: { ...refusal.headers, "Content-Type": isApi ? "application/json" : "text/html; charset=utf-8" },
  });
  setHeaders(response, ids.nonce, ids.requestId);
  return response;
}

function setHeaders(response: NextResponse, nonce: string, requestId: string): void {
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.headers.set(name, value);
  response.headers.set("X-Request-Id", requestId);
  response.headers.set("Cache-Control", "private, no-store");
}

export const config = { matcher: ["/((?!_next/static|fonts/|icon).*)"] };
