import "server-only";
import { env } from "@/env";

/** How a preference is kept in the browser: a year, sent to this site only, out of reach of scripts. */
export function preferenceCookie() {
  const secure = env().APP_ORIGIN?.startsWith("https:") ?? false;
  return { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", httpOnly: true, secure } as const;
}
