import "server-only";
import { getToken } from "next-auth/jwt";
import { env } from "@/env";
import { isHttps } from "../request/origins";

/** `__Host-` binds the cookie to this origin; browsers accept it over https only. */
export function sessionCookieName(): string {
  return isHttps() ? "__Host-aat-session" : "aat-session";
}

/**
 * What the sign-in page gives a browser that sends no cookie: whoever comes back without it keeps
 * none. It says nothing about the person.
 */
export function cookieProof(): string {
  return `aat-cookies=1; Path=/; HttpOnly; SameSite=Lax${isHttps() ? "; Secure" : ""}`;
}

/**
 * The secret in a request's session cookie, for code outside of Next's request handling. It proves
 * nothing by itself.
 */
export async function secretInCookie(headers: Headers): Promise<string | null> {
  const cookieName = sessionCookieName();
  // Only the cookie is passed on: next-auth would also accept a token from an Authorization header.
  const req = { headers: new Headers({ cookie: headers.get("cookie") ?? "" }) };
  const token = await getToken({ req, secret: env().AUTH_SECRET, cookieName, salt: cookieName });
  return typeof token?.sid === "string" ? token.sid : null;
}
