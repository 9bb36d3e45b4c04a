import "server-only";
import { env } from "@/env";

/**
 * The options of a preference cookie: one year, sent to this site only, not readable by scripts.
 */
export function preferenceCookie() {
  const secure = env().APP_ORIGIN?.startsWith("https:") ?? false;
  return { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", httpOnly: true, secure } as const;
}
