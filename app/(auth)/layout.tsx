import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { AuthShell } from "@/components/shell/auth-shell";
import { setLocale } from "@/features/users/actions";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <AuthShell locale={await getLocale()} setLocale={setLocale}>
      {children}
    </AuthShell>
  );
}
