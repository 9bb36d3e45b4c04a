import "server-only";
import { cookies } from "next/headers";
import { preferenceCookie } from "@/i18n/preference-cookie";

/** Kept only where single keys are switched off. */
const name = "single-keys";

/** Do keys without Ctrl or Alt do something in this browser? They can be switched off (WCAG 2.1.4). */
export async function readSingleKeys(): Promise<boolean> {
  return (await cookies()).get(name)?.value !== "off";
}

/** Keeps the choice in this browser. In actions only. */
export async function rememberSingleKeys(isOn: boolean): Promise<void> {
  const store = await cookies();
  if (isOn) store.delete(name);
  else store.set(name, "off", preferenceCookie());
}
