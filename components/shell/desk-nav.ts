import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/i18n/format";
import type { NavItem } from "./nav-item";

/** What of the navigation depends on the person; from the DTO's `can` flags, never from a role. */
export type NavFlags = { canManageUsers: boolean; canReadAudit: boolean };

/** The places of the desk, in their order. @param mentions how many comments that name the person are not seen yet */
export async function deskNav({ canManageUsers, canReadAudit }: NavFlags, mentions = 0): Promise<NavItem[]> {
  const t = await getTranslations("shell.nav");
  const items: NavItem[] = [
    { href: "/", label: t("overview"), icon: "overview" },
    { href: "/activities", label: t("activities"), icon: "activities" },
    { href: "/plans", label: t("plans"), icon: "plans" },
    { href: "/meetings", label: t("meetings"), icon: "meetings", secondary: true },
    { href: "/deadlines", label: t("deadlines"), icon: "deadlines", secondary: true },
    { href: "/partners", label: t("partners"), icon: "partners", secondary: true },
    { href: "/reports", label: t("reports"), icon: "reports" },
  ];
  const count = mentions > 0 ? formatNumber(mentions, await getLocale()) : undefined;
  items.push({ href: "/mentions", label: t("mentions"), icon: "mentions", count });
  if (canManageUsers) items.push({ href: "/admin/users", label: t("users"), icon: "users" });
  if (canReadAudit) items.push({ href: "/admin/audit", label: t("audit"), icon: "audit" });
  items.push({ href: "/settings", label: t("settings"), icon: "settings" });
  return items;
}
