import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { catalogue } from "@/i18n/catalogue";
import { chooseLocale, localeCookie } from "@/i18n/locale";
import { plainPage } from "../request/plain-page";
import { securityHeaders } from "../request/security-headers";

/**
 * Answers 503 without calling Next if there are too many requests: in the reader's language, with
 * `Retry-After`.
 */
export function answerOverloaded({ headers, url }: IncomingMessage, response: ServerResponse): void {
  const [nonce, requestId] = [randomBytes(16).toString("base64"), randomUUID()];
  const chosen = new RegExp(`\\b${localeCookie}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  const locale = chooseLocale(chosen, headers["accept-language"] ?? null);
  const isProgram = url?.startsWith("/api/");
  const code = "OVERLOADED";
  response.setHeaders(new Headers(securityHeaders(nonce)));
  response.writeHead(503, {
    "Retry-After": "5",
    "Cache-Control": "private, no-store",
    "Content-Type": isProgram ? "application/json" : "text/html; charset=utf-8",
    "X-Request-Id": requestId,
  });
  const message = catalogue[locale].errors[code];
  response.end(
    isProgram ? JSON.stringify({ error: { code, message, requestId } }) : plainPage({ locale, nonce, code, requestId }),
  );
}
