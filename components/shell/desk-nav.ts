import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/i18n/format";
import type { NavItem } from "./nav-item";

/** The parts of the navigation that depend on the person, from the `can` flags of the DTO. */
export type NavFlags = { canManageUsers: boolean; canReadAudit: boolean; canReport: boolean };

/** Numbers beside places: unseen mentions, reports to write. */
export type NavCounts = { mentions: number; reports: number };

/** The places of the navigation in order. */
export async function deskNav(
  { canManageUsers, canReadAudit, canReport }: NavFlags,
  { mentions, reports }: NavCounts = { mentions: 0, reports: 0 },
): Promise<NavItem[]> {
  const t = await getTranslations("shell.nav");
  const locale = await getLocale();
  const shown = (count: number) => (count > 0 ? formatNumber(count, locale) : undefined);
  const items: NavItem[] = [
    { href: "/desk", label: t("desk"), icon: "desk", secondary: true },
    { href: "/", label: t("overview"), icon: "overview" },
    { href: "/activities", label: t("activities"), icon: "activities" },
    { href: "/plans", label: t("plans"), icon: "plans" },
    { href: "/meetings", label: t("meetings"), icon: "meetings", secondary: true },
    { href: "/deadlines", label: t("deadlines"), icon: "deadlines", secondary: true },
    { href: "/partners", label: t("partners"), icon: "partners", secondary: true },
    ...(canReport
      ? [{ href: "/rounds", label: t("rounds"), icon: "rounds", count: shown(reports), secondary: true } as const]
      : []),
    { href: "/reports", label: t("reports"), icon: "reports" },
  ];
  items.push({ href: "/mentions", label: t("mentions"), icon: "mentions", count: shown(mentions) });
  if (canManageUsers) items.push({ href: "/admin/users", label: t("users"), icon: "users" });
  if (canReadAudit) items.push({ href: "/admin/audit", label: t("audit"), icon: "audit" });
  items.push({ href: "/bin", label: t("bin"), icon: "bin", secondary: true });
  items.push({ href: "/settings", label: t("settings"), icon: "settings" });
  return items;
}
