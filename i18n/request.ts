import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { shownMessages } from "./catalogue";
import { chooseLocale, isLocale, localeCookie } from "./locale";

/**
 * The language of this request. It is not in the address: a link opens in each reader's own
 * language.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked)
    ? asked
    : chooseLocale((await cookies()).get(localeCookie)?.value, (await headers()).get("accept-language"));
  return { locale, messages: shownMessages[locale], timeZone: "Asia/Vientiane" };
});
