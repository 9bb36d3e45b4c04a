import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { deskNav } from "@/components/shell/desk-nav";
import { DeskShell } from "@/components/shell/desk-shell";
import { setLocale, signOut } from "@/features/users/actions";
import { getAccount } from "@/features/users/server/get-account";
import { pageContext } from "@/server/request-context";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  const account = await getAccount(context, {});
  const terms = await getTranslations("terms");
  const person = {
    name: account.name,
    roleLabel: terms(`role.${account.role}`),
    initials: account.initials,
    stateCode: account.stateCode,
  };
  return (
    <DeskShell
      locale={context.locale}
      person={person}
      nav={await deskNav(account.can)}
      accountHref="/settings"
      setLocale={setLocale}
      signOut={signOut}
    >
      {children}
    </DeskShell>
  );
}
