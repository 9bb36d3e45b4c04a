import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/i18n/locale";
import { DeskFrame, type ShellWords } from "./desk-frame";
import type { FormAction, NavItem, ShellPerson, Shortcut } from "./nav-item";
import type { Theme } from "./theme";

type Props = {
  locale: Locale;
  person: ShellPerson;
  /** From `deskNav`. */
  nav: readonly NavItem[];
  /** The address of the account page. */
  accountHref: Route;
  setLocale: FormAction;
  signOut: FormAction;
  /** With both, the user menu offers light and dark; see `theme-cookie.ts`. */
  theme?: Theme | null;
  setTheme?: FormAction;
  /** Shown by `?` after the shortcuts of the shell. */
  shortcuts?: readonly Shortcut[];
  /** The person's setting; see `ShellKeys`. */
  singleKeys?: boolean;
  children: ReactNode;
};

/**
 * The frame of every desk page: navigation, search, language, person. Pages add their title with
 * `PageBar`.
 */
export async function DeskShell({
  theme = null,
  setTheme,
  shortcuts = [],
  singleKeys = true,
  children,
  ...rest
}: Props) {
  const t = await getTranslations("shell");
  const ui = await getTranslations("ui");
  const themeWords = {
    label: t("theme.label"),
    system: t("theme.system"),
    light: t("theme.light"),
    dark: t("theme.dark"),
  };
  const words: ShellWords = {
    skip: t("skipToContent"),
    skipToRows: t("skipToRows"),
    navigation: t("mainNavigation"),
    language: t("language"),
    close: ui("close"),
    help: t("nav.help"),
    more: t("nav.more"),
    search: t("search.label"),
    searchPlaceholder: t("search.placeholder"),
    shortcuts: t("shortcuts.title"),
    shortcutsIntro: t("shortcuts.intro"),
    product: { first: t("productLines.first"), second: t("productLines.second"), sector: t("sector") },
    account: { open: t("account.open"), account: t("nav.account"), signOut: t("account.signOut") },
  };
  const keys: Shortcut[] = [
    { keys: ["/"], label: t("shortcuts.search") },
    { keys: ["?"], label: t("shortcuts.list") },
    ...shortcuts,
    { keys: ["Esc"], label: t("shortcuts.close") },
  ];
  return (
    <DeskFrame
      {...rest}
      singleKeys={singleKeys}
      words={words}
      shortcuts={keys}
      themeChoice={setTheme && { theme, labels: themeWords, setTheme }}
    >
      {children}
    </DeskFrame>
  );
}
