import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { SampleMark } from "@/components/ui/marks";
import { PageHeader } from "@/components/ui/page-header";
import { hasLao } from "@/domain/lao-text";
import { endAllOf, endOthers } from "@/features/users/account-actions";
import { change, renew } from "@/features/users/actions";
import { userAddress } from "@/features/users/address";
import { AccessCard } from "@/features/users/components/access-card";
import { ActButton } from "@/features/users/components/act-button";
import { ChangeUserForm } from "@/features/users/components/change-user-form";
import { RenewLinkForm } from "@/features/users/components/renew-link-form";
import { RoleGuide } from "@/features/users/components/role-guide";
import { UserFacts } from "@/features/users/components/user-facts";
import { linkLabels, userFormWords, wordsOf } from "@/features/users/components/user-words";
import type { UserPage as Page } from "@/features/users/server/get-user";
import { listStates } from "@/features/users/server/list-states";
import { pageContext } from "@/server/request/request-context";
import { type UserParams, userOf } from "../user-params";

type Props = { params: UserParams; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { user } = await userOf(await pageContext(), params);
  return { title: user.name };
}

export default async function UserPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { saved } = userAddress.read(toParams(await searchParams));
  const page = await userOf(context, params);
  const { user } = page;
  const person = String(context.actor.userId);
  const t = await getTranslations("users");
  const ui = await getTranslations("ui");
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/admin/users" },
          { label: user.name, lang: hasLao(user.name) ? "lo" : "en" },
        ]}
      />
      <PageBody>
        {saved && <Banner tone="result">{t(wordOf[saved])}</Banner>}
        <PageHeader
          title={<ProperName>{user.name}</ProperName>}
          above={user.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        >
          <ProperName>{user.email}</ProperName>
        </PageHeader>
        <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-3.5">
            <RightsCard page={page} person={person} />
            <LinkCard page={page} />
            <AccessCard access={page.access} ends={endsOf(user.id)} />
          </div>
          <div className="flex min-w-0 flex-col gap-3.5">
            <UserFacts page={page}>{canEndAll(page) && <EndAll userId={user.id} />}</UserFacts>
            <RoleGuide />
          </div>
        </div>
      </PageBody>
      <DraftGuard person={person} saved={saved === "1" ? `user:${user.id}` : undefined} />
    </>
  );
}

const wordOf = { "1": "saved", "all-ended": "allEnded", "access-ended": "accessEnded" } as const;

/** One's own sessions and keys are ended on one's account page. */
const canEndAll = ({ isSelf, sessionCount, access }: Page) =>
  !isSelf && sessionCount + access.keys.length + access.calendars.length > 0;

function endsOf(userId: number): ComponentProps<typeof AccessCard>["ends"] {
  const end = (what: string) => ({ action: endOthers, fields: { userId, what } });
  return { key: (id) => end(`key-${id}`), calendar: (id) => end(`calendar-${id}`), all: end("all") };
}

async function RightsCard({ page: { user, isSelf }, person }: { page: Page; person: string }) {
  const t = await getTranslations("users");
  const { labels, ...words } = await userFormWords(await listStates(await pageContext(), {}));
  const access = (["active", "disabled"] as const).map((value) => ({ value, label: t(`access.${value}`) }));
  return (
    <Card title={t("form.title")}>
      <p className="text-ink-2 text-sm">{isSelf ? t("own") : t("endsSessions")}</p>
      <ChangeUserForm
        {...words}
        action={change}
        initial={{
          name: user.name,
          role: user.role,
          state: user.stateCode ?? "",
          access: user.isActive ? "active" : "disabled",
          version: String(user.version),
        }}
        person={person}
        userId={user.id}
        isSelf={isSelf}
        words={{ role: wordsOf(words.roles), state: wordsOf(words.states), access: wordsOf(access) }}
        access={access}
        labels={{ ...labels, save: t("form.save") }}
      />
    </Card>
  );
}

async function EndAll({ userId }: { userId: number }) {
  const t = await getTranslations("account.sessions");
  return (
    <div className="mt-2 flex flex-col gap-1">
      <ActButton action={endAllOf} name="userId" value={userId} label={t("all")} />
      <p className="text-ink-2 text-xs">{t("allHint")}</p>
    </div>
  );
}

async function LinkCard({ page: { user } }: { page: Page }) {
  const t = await getTranslations("users.renew");
  return (
    <Card title={t("title")}>
      <p className="text-ink-2 text-sm">{user.hasPassword ? t("forgotten") : t("invited")}</p>
      {!user.isActive && <p className="text-sm text-warn">{t("disabled")}</p>}
      <RenewLinkForm
        action={renew}
        userId={user.id}
        labels={{ ...(await linkLabels()), submit: t("submit"), busy: t("busy") }}
      />
    </Card>
  );
}
