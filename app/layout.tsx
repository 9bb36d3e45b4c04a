import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { isTheme, themeCookie } from "@/components/shell/theme";
import { stripJoiners } from "@/i18n/lao-words";
import { GlyphSprite, SoftNavigation } from "./first-script";
import { notoLao, notoLatin, notoLatinExtended } from "./fonts";

// The nonce of the content security policy differs in each request, so no page can be prerendered.
export const dynamic = "force-dynamic";

/** Titles are "Record · Section · Product"; pages set the first parts. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  const product = stripJoiners(t("product"));
  return {
    title: { default: product, template: `%s · ${product}` },
    description: stripJoiners(t("description")),
    icons: { icon: { url: "/icon.svg", type: "image/svg+xml" } },
    robots: { index: false, follow: false },
    // Otherwise codes such as 23-02 and dates would be taken for telephone numbers.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#151c1f" },
  ],
};

/** The document: its language, its theme and its font. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const theme = (await cookies()).get(themeCookie)?.value;
  const fonts = `${notoLatin.variable} ${notoLao.variable} ${notoLatinExtended.variable}`;
  return (
    <html lang={locale} data-theme={isTheme(theme) ? theme : undefined} className={fonts}>
      <body>
        <GlyphSprite />
        {children}
        <SoftNavigation />
      </body>
    </html>
  );
}
