"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Search } from "@/components/ui/icons";
import type { Locale } from "@/i18n/locale";
import { BottomNav } from "./bottom-nav";
import { GlobalSearch, searchId } from "./global-search";
import { LanguageSwitch } from "./language-switch";
import type { FormAction, NavItem, ShellPerson, Shortcut } from "./nav-item";
import { ShellKeys } from "./shell-keys";
import { ShortcutsDialog, shortcutsId } from "./shortcuts-dialog";
import { type ProductWords, SideNav } from "./side-nav";
import { RowsLink, SkipLink } from "./skip-link";
import type { ThemeChoice } from "./theme-switch";
import { UserMenu } from "./user-menu";

export type ShellWords = Readonly<
  Record<
    | ("skip" | "skipToRows" | "navigation" | "help" | "more" | "search" | "searchPlaceholder" | "language")
    | ("shortcuts" | "shortcutsIntro" | "close"),
    string
  >
> & { product: ProductWords; account: { open: string; account: string; signOut: string } };

type Props = {
  words: ShellWords;
  locale: Locale;
  person: ShellPerson;
  nav: readonly NavItem[];
  accountHref: Route;
  setLocale: FormAction;
  signOut: FormAction;
  themeChoice?: ThemeChoice;
  shortcuts: readonly Shortcut[];
  singleKeys: boolean;
  children: ReactNode;
};

/**
 * The frame of every desk page, rendered from plain data. A client component: the navigation
 * appears twice (wide and narrow windows), and as plain data it is sent only once.
 */
export function DeskFrame(props: Props) {
  const { words, locale, person, nav, accountHref, setLocale, signOut, themeChoice, shortcuts, singleKeys } = props;
  const main = nav.filter((item) => item.icon !== "settings");
  const bottom = nav.filter((item) => item.icon === "settings");
  return (
    <div className="relative flex min-h-dvh">
      <SkipLink label={words.skip} />
      <RowsLink label={words.skipToRows} />
      <SideNav label={words.navigation} product={words.product} items={main} bottom={bottom} helpLabel={words.help} />
      <div className="min-w-0 flex-1 pb-(--bottom-bar) print:pb-0">
        <header
          data-fixed-bar="top"
          className="sticky top-0 z-20 flex h-(--top-bar) items-center justify-end gap-2.5 border-line border-b bg-surface px-5 max-sm:px-3.5 print:hidden"
        >
          <div className="w-62 max-md:w-48 max-sm:hidden">
            <GlobalSearch label={words.search} placeholder={words.searchPlaceholder} />
          </div>
          <div className="flex sm:hidden">
            <ButtonLink
              href="/search"
              look="quiet"
              iconOnly
              icon={<Search aria-hidden className="size-5" />}
              aria-label={words.search}
            />
          </div>
          <LanguageSwitch locale={locale} label={words.language} setLocale={setLocale} />
          <div className="flex max-sm:hidden">
            <UserMenu
              person={person}
              accountHref={accountHref}
              labels={words.account}
              signOut={signOut}
              themeChoice={themeChoice}
            />
          </div>
        </header>
        <main id="content" tabIndex={-1} className="outline-none">
          {props.children}
        </main>
      </div>
      <BottomNav
        label={words.navigation}
        items={nav}
        labels={{ more: words.more, help: words.help, signOut: words.account.signOut }}
        person={person}
        signOut={signOut}
        themeChoice={themeChoice}
      />
      <ShortcutsDialog
        title={words.shortcuts}
        intro={words.shortcutsIntro}
        closeLabel={words.close}
        shortcuts={shortcuts}
      />
      <ShellKeys searchId={searchId} shortcutsId={shortcutsId} singleKeys={singleKeys} />
    </div>
  );
}
