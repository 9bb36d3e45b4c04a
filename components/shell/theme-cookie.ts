import "server-only";
import { cookies } from "next/headers";
import { preferenceCookie } from "@/i18n/preference-cookie";
import { isTheme, type Theme, themeCookie } from "./theme";

/** The chosen colours of this browser, or null for the system's. */
export async function readTheme(): Promise<Theme | null> {
  const value = (await cookies()).get(themeCookie)?.value;
  return isTheme(value) ? value : null;
}

/** Keeps the choice in this browser; anything but a theme gives the choice back to the system. In actions only. */
export async function rememberTheme(choice: unknown): Promise<void> {
  const store = await cookies();
  if (isTheme(choice)) {
    store.set(themeCookie, choice, preferenceCookie());
  } else store.delete(themeCookie);
}
