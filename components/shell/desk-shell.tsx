import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/i18n/locale";
import { BottomNav } from "./bottom-nav";
import { GlobalSearch, searchId } from "./global-search";
import { LanguageSwitch } from "./language-switch";
import type { FormAction, NavItem, ShellPerson, Shortcut } from "./nav-item";
import { ShellKeys } from "./shell-keys";
import { ShortcutsDialog, shortcutsId } from "./shortcuts-dialog";
import { SideNav } from "./side-nav";
import { SkipLink } from "./skip-link";
import type { Theme } from "./theme";
import type { ThemeChoice } from "./theme-switch";
import { UserMenu } from "./user-menu";

type Props = {
  locale: Locale;
  person: ShellPerson;
  /** Made by `deskNav`. */
  nav: readonly NavItem[];
  /** The account's page, from the person's menu. */
  accountHref: Route;
  setLocale: FormAction;
  signOut: FormAction;
  /** With both, the person's menu offers light and dark; see `theme-cookie.ts`. */
  theme?: Theme | null;
  setTheme?: FormAction;
  /** Shown by `?` after the shell's own. */
  shortcuts?: readonly Shortcut[];
  /** The person's setting; see `ShellKeys`. */
  singleKeys?: boolean;
  children: ReactNode;
};

/** The frame of every desk page: navigation, search, language, person. Pages put their own title there with `PageBar`. */
export async function DeskShell({
  locale,
  person,
  nav,
  accountHref,
  setLocale,
  signOut,
  theme = null,
  setTheme,
  shortcuts = [],
  singleKeys = true,
  children,
}: Props) {
  const t = await getTranslations("shell");
  const ui = await getTranslations("ui");
  const product = { first: t("productLines.first"), second: t("productLines.second"), sector: t("sector") };
  const main = nav.filter((item) => item.icon !== "settings");
  const bottom = nav.filter((item) => item.icon === "settings");
  const themeWords = {
    label: t("theme.label"),
    system: t("theme.system"),
    light: t("theme.light"),
    dark: t("theme.dark"),
  };
  const themeChoice: ThemeChoice | undefined = setTheme && { theme, labels: themeWords, setTheme };
  const keys: Shortcut[] = [
    { keys: ["/"], label: t("shortcuts.search") },
    { keys: ["?"], label: t("shortcuts.list") },
    ...shortcuts,
    { keys: ["Esc"], label: t("shortcuts.close") },
  ];
  return (
    <div className="flex min-h-dvh">
      <SkipLink label={t("skipToContent")} />
      <SideNav label={t("mainNavigation")} product={product} items={main} bottom={bottom} helpLabel={t("nav.help")} />
      <div className="min-w-0 flex-1 pb-(--bottom-bar) print:pb-0">
        <header className="sticky top-0 z-20 flex h-(--top-bar) items-center justify-end gap-2.5 border-line border-b bg-surface px-5 max-sm:px-3.5 print:hidden">
          <div className="w-62 max-md:w-48 max-sm:hidden">
            <GlobalSearch label={t("search.label")} placeholder={t("search.placeholder")} />
          </div>
          <LanguageSwitch locale={locale} label={t("language")} setLocale={setLocale} />
          <div className="flex max-sm:hidden">
            <UserMenu
              person={person}
              accountHref={accountHref}
              labels={{ open: t("account.open"), account: t("nav.account"), signOut: t("account.signOut") }}
              signOut={signOut}
              themeChoice={themeChoice}
            />
          </div>
        </header>
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
      </div>
      <BottomNav
        label={t("mainNavigation")}
        items={nav}
        labels={{ more: t("nav.more"), help: t("nav.help"), signOut: t("account.signOut") }}
        person={person}
        signOut={signOut}
        themeChoice={themeChoice}
      />
      <ShortcutsDialog
        title={t("shortcuts.title")}
        intro={t("shortcuts.intro")}
        closeLabel={ui("close")}
        shortcuts={keys}
      />
      <ShellKeys searchId={searchId} shortcutsId={shortcutsId} singleKeys={singleKeys} />
    </div>
  );
}
