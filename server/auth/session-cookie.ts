import "server-only";
import { getToken } from "next-auth/jwt";
import { env } from "@/env";
import { isHttps } from "../request/origins";

/** `__Host-` binds the cookie to this origin; browsers accept it over https only. */
export function sessionCookieName(): string {
  return isHttps() ? "__Host-aat-session" : "aat-session";
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
