import "server-only";
import { cookies } from "next/headers";
import { type Locale, localeCookie } from "./locale";
import { preferenceCookie } from "./preference-cookie";

/**
 * Stores the chosen language in the browser. Only in server actions and route handlers, which can
 * set cookies.
 */
export async function rememberLocale(locale: Locale): Promise<void> {
  (await cookies()).set(localeCookie, locale, preferenceCookie());
}
