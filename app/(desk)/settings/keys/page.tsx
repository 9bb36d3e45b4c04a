import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { tokenScopes } from "@/domain/vocabulary";
import { makeKey, revokeKey } from "@/features/users/account-actions";
import { keysAddress } from "@/features/users/address";
import { TokenForm } from "@/features/users/components/token-form";
import { TokensCard } from "@/features/users/components/tokens-card";
import { tokenDays, usualTokenDays } from "@/features/users/schema";
import { listTokens } from "@/features/users/server/list-tokens";
import { titleTranslations } from "@/i18n/page-title";
import { type Endpoint, scopeOf } from "@/server/api/endpoint";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("api.keys"))("title") };
}

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { saved } = keysAddress.read(toParams(await searchParams));
  const tokens = await listTokens(context, {});
  const t = await getTranslations("api.keys");
  const settings = await getTranslations("settings");
  return (
    <>
      <PageBar crumbs={[{ label: settings("title"), href: "/settings" }, { label: t("title") }]} />
      <PageBody narrow>
        {saved && <Banner tone="result">{t("revoked")}</Banner>}
        <PageHeader title={t("title")}>{t("intro")}</PageHeader>
        <Card id="new-key" title={t("newTitle")}>
          <NewKey />
        </Card>
        <TokensCard tokens={tokens} revoke={revokeKey} />
        <ApiCard />
      </PageBody>
    </>
  );
}

async function NewKey() {
  const t = await getTranslations("api.keys");
  const access = await getTranslations("account.access");
  const labels = {
    present: access("present"),
    presentHint: access("presentHint"),
    name: t("name"),
    scope: t("scope"),
    days: t("days"),
    make: t("make"),
    making: t("making"),
    ready: t("ready"),
    once: t("once"),
    label: t("label"),
    copy: t("copy"),
    copied: t("copied"),
  };
  return (
    <TokenForm
      action={makeKey}
      scopes={tokenScopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
      days={tokenDays.map((count) => ({ value: String(count), label: t("dayCount", { count }) }))}
      usualDays={String(usualTokenDays)}
      labels={labels}
    />
  );
}

async function ApiCard() {
  const t = await getTranslations("api");
  return (
    <Card
      id="api"
      title={t("keys.docs")}
      action={
        <a href="/api/v1/openapi.json" className="link-action">
          {t("keys.file")}
        </a>
      }
    >
      <p className="mb-2 text-ink-2 text-sm">{t("document.description")}</p>
      <ul>
        {endpoints.map((endpoint) => (
          <EndpointLine key={endpoint.id} endpoint={endpoint} />
        ))}
      </ul>
    </Card>
  );
}

async function EndpointLine({ endpoint }: { endpoint: Endpoint }) {
  const t = await getTranslations("api");
  const { id, method, path, needsVersion } = endpoint;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t py-2 text-sm">
      <code translate="no" className="font-medium text-xs">{`${method} /api/v1${path}`}</code>
      <span className="text-ink-2 text-xs">
        <span>{t("keys.needs")}</span> <span>{t(`keys.scopes.${scopeOf(endpoint)}`)}</span>
        {needsVersion && <code translate="no"> · If-Match</code>}
      </span>
      <span className="basis-full">{t(`operation.${id as "getEntry"}`)}</span>
    </li>
  );
}
