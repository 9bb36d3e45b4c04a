import { getTranslations } from "next-intl/server";
import type { NavItem } from "./nav-item";

/** What of the navigation depends on the person; from the DTO's `can` flags, never from a role. */
export type NavFlags = { canManageUsers: boolean; canReadAudit: boolean };

/** The places of the desk, in their order. */
export async function deskNav({ canManageUsers, canReadAudit }: NavFlags): Promise<NavItem[]> {
  const t = await getTranslations("shell.nav");
  const items: NavItem[] = [
    { href: "/", label: t("overview"), icon: "overview" },
    { href: "/activities", label: t("activities"), icon: "activities" },
    { href: "/plans", label: t("plans"), icon: "plans" },
    { href: "/reports", label: t("reports"), icon: "reports" },
  ];
  if (canManageUsers) items.push({ href: "/admin/users", label: t("users"), icon: "users" });
  if (canReadAudit) items.push({ href: "/admin/audit", label: t("audit"), icon: "audit" });
  items.push({ href: "/settings", label: t("settings"), icon: "settings" });
  return items;
}
