import "server-only";
import { cookies } from "next/headers";
import { preferenceCookie } from "@/i18n/preference-cookie";
import { isTheme, type Theme, themeCookie } from "./theme";

/** The theme chosen in this browser; null for the system's. */
export async function readTheme(): Promise<Theme | null> {
  const value = (await cookies()).get(themeCookie)?.value;
  return isTheme(value) ? value : null;
}

/** Stores the choice in this browser; anything but a theme removes it. In server actions only. */
export async function rememberTheme(choice: unknown): Promise<void> {
  const store = await cookies();
  if (isTheme(choice)) {
    store.set(themeCookie, choice, preferenceCookie());
  } else store.delete(themeCookie);
}
