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

/** The origin that links in files, mails and on paper begin with. */
export function publicOrigin(): string {
  return ownOrigins()[0] ?? "";
}

export function isHttps(): boolean {
  return env().APP_ORIGIN?.startsWith("https:") ?? false;
}

/** Is this Host header one of ours? */
export function isOwnHost(host: string | null): boolean {
  return host !== null && ownOrigins().some((origin) => new URL(origin).host === host.toLowerCase());
}

/**
 * Does an unsafe request come from our own pages? Origin decides; without it Sec-Fetch-Site;
 * without both the answer is no, because a Next server action alone would run.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return ownOrigins().includes(origin);
  return headers.get("sec-fetch-site") === "same-origin";
}

/**
 * Puts this site's own host and scheme in the place of whatever a request says of them. next-auth
 * and Next's actions make addresses of these headers, and would believe anybody. To be called once
 * the host was found to be ours.
 */
export function sayOwnAddress(headers: Headers): void {
  for (const name of ["forwarded", "x-forwarded-port", "x-real-ip"]) headers.delete(name);
  headers.set("x-forwarded-host", headers.get("host") ?? "");
  headers.set("x-forwarded-proto", isHttps() ? "https" : "http");
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]", "::1"]);

/** Is this Host header the machine's own name for itself, at the port that the site listens on? */
export function isLoopbackHost(host: string | null): boolean {
  return [...loopback].some((name) => host === `${name}:${env().PORT}`);
}

/** Are HOST and APP_ORIGIN both loopback? Only then are sample accounts offered. */
export function isLoopbackOnly(): boolean {
  const { HOST, APP_ORIGIN } = env();
  return loopback.has(HOST) && (!APP_ORIGIN || loopback.has(new URL(APP_ORIGIN).hostname));
}
