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

const defaultPorts: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * The own origin that a Host header names, if any. A final dot and the scheme's own port may be
 * written or not: they name the same host.
 */
function ownOriginOf(host: string | null): string | undefined {
  const [, name, port = ""] = /^(\[[\da-f:.]+\]|[^:[\]@/\s]+?)\.?(?::(\d*))?$/i.exec(host ?? "") ?? [];
  if (name === undefined) return undefined;
  return ownOrigins().find((origin) => {
    const own = new URL(origin);
    const fallback = defaultPorts[own.protocol] ?? "";
    return own.hostname === name.toLowerCase() && (own.port || fallback) === (port || fallback);
  });
}

/** True if this Host header is one of ours. */
export function isOwnHost(host: string | null): boolean {
  return ownOriginOf(host) !== undefined;
}

/** The own origin that an Origin header names, if any. */
function ownOriginIn(origin: string): string | undefined {
  const [, scheme, host = ""] = /^(https?:)\/\/(.+)$/i.exec(origin) ?? [];
  const own = ownOriginOf(host);
  return own !== undefined && new URL(own).protocol === scheme?.toLowerCase() ? own : undefined;
}

/**
 * True if an unsafe request comes from our own pages. Origin decides; without it Sec-Fetch-Site;
 * without both the request is refused, because Next would run the server action.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return ownOriginIn(origin) !== undefined;
  return headers.get("sec-fetch-site") === "same-origin";
}

/**
 * Replaces host and scheme in the request's headers by our own, in one spelling. next-auth and
 * Next's actions make addresses from these headers and compare them without checking them. To be
 * called after the host has been found to be ours.
 */
export function sayOwnAddress(headers: Headers): void {
  for (const name of ["forwarded", "x-forwarded-port", "x-real-ip"]) headers.delete(name);
  const host = headers.get("host");
  const origin = ownOriginIn(headers.get("origin") ?? "");
  if (origin) headers.set("origin", origin);
  headers.set("x-forwarded-host", new URL(ownOriginOf(host) ?? `http://${host}`).host);
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
