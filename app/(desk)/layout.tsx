import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DraftGuard } from "@/components/form/draft-guard";
import { deskNav } from "@/components/shell/desk-nav";
import { DeskShell } from "@/components/shell/desk-shell";
import { readSingleKeys } from "@/components/shell/single-keys";
import { readTheme } from "@/components/shell/theme-cookie";
import { listShortcuts } from "@/features/activities/components/list/list-shortcuts";
import { countMentions } from "@/features/comments/server/count-mentions";
import { countWaiting } from "@/features/rounds/server/count-waiting";
import { setTheme } from "@/features/settings/actions";
import { setLocale, signOut } from "@/features/users/actions";
import { getAccount } from "@/features/users/server/get-account";
import { pageContext } from "@/server/request/request-context";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  const account = await getAccount(context, {});
  const terms = await getTranslations("terms");
  const [mentions, reports] = await Promise.all([
    countMentions(context, {}),
    account.can.canReport ? countWaiting(context, {}) : 0,
  ]);
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
      nav={await deskNav(account.can, { mentions, reports })}
      accountHref="/settings"
      setLocale={setLocale}
      signOut={signOut}
      theme={await readTheme()}
      setTheme={setTheme}
      singleKeys={await readSingleKeys()}
      shortcuts={await listShortcuts()}
    >
      {children}
      <DraftGuard person={String(context.actor.userId)} />
    </DeskShell>
  );
}
