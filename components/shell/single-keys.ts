import "server-only";
import { cookies } from "next/headers";
import { preferenceCookie } from "@/i18n/preference-cookie";

/** Set only if single-key shortcuts are switched off. */
const name = "single-keys";

/**
 * True if shortcuts without Ctrl or Alt are on in this browser. They can be switched off (WCAG
 * 2.1.4).
 */
export async function readSingleKeys(): Promise<boolean> {
  return (await cookies()).get(name)?.value !== "off";
}

/** Stores the choice in this browser. In server actions only. */
export async function rememberSingleKeys(isOn: boolean): Promise<void> {
  const store = await cookies();
  if (isOn) store.delete(name);
  else store.set(name, "off", preferenceCookie());
}
