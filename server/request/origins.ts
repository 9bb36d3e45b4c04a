import "server-only";
import { env } from "@/env";

/**
 * The origins under which this site may be addressed: APP_ORIGIN, or the loopback names at PORT.
 */
export function ownOrigins(): readonly string[] {
  const { APP_ORIGIN, PORT } = env();
  if (APP_ORIGIN) return [new URL(APP_ORIGIN).origin];
  return ["127.0.0.1", "localhost", "[::1]"].map((host) => `http://${host}:${PORT}`);
}

/** The origin for links in files, mails and printed documents. */
export function publicOrigin(): string {
  return ownOrigins()[0] ?? "";
}

export function isHttps(): boolean {
  return env().APP_ORIGIN?.startsWith("https:") ?? false;
}

/** True if this Host header is one of ours. */
export function isOwnHost(host: string | null): boolean {
  return host !== null && ownOrigins().some((origin) => new URL(origin).host === host.toLowerCase());
}

/**
 * True if an unsafe request comes from our own pages. Origin decides; without it Sec-Fetch-Site;
 * without both the request is refused, because Next would run the server action.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return ownOrigins().includes(origin);
  return headers.get("sec-fetch-site") === "same-origin";
}

/**
 * Replaces host and scheme in the request's headers by our own. next-auth and Next's actions make
 * addresses from these headers without checking them. To be called after the host has been found to
 * be ours.
 */
export function sayOwnAddress(headers: Headers): void {
  for (const name of ["forwarded", "x-forwarded-port", "x-real-ip"]) headers.delete(name);
  headers.set("x-forwarded-host", headers.get("host") ?? "");
  headers.set("x-forwarded-proto", isHttps() ? "https" : "http");
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]", "::1"]);

/** True if this Host header is a loopback name with the port on which the site listens. */
export function isLoopbackHost(host: string | null): boolean {
  return [...loopback].some((name) => host === `${name}:${env().PORT}`);
}

/** True if HOST and APP_ORIGIN are both loopback. Only then are sample accounts offered. */
export function isLoopbackOnly(): boolean {
  const { HOST, APP_ORIGIN } = env();
  return loopback.has(HOST) && (!APP_ORIGIN || loopback.has(new URL(APP_ORIGIN).hostname));
}
