import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import { tokenScopes } from "@/domain/vocabulary";
import { makeKey, revokeKey } from "@/features/users/account-actions";
import { TokenForm } from "@/features/users/components/token-form";
import { TokensCard } from "@/features/users/components/tokens-card";
import { tokenDays } from "@/features/users/schema";
import { listTokens } from "@/features/users/server/list-tokens";
import { type Endpoint, scopeOf } from "@/server/api/endpoint";
import { pageContext } from "@/server/request-context";
import type { SearchParams } from "../../search-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.keys"))("title") };
}

export default async function KeysPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const [tokens, { saved }] = await Promise.all([listTokens(context, {}), searchParams]);
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
  const labels = {
    ...{ name: t("name"), scope: t("scope"), days: t("days"), make: t("make"), making: t("making") },
    ...{ ready: t("ready"), once: t("once"), label: t("label"), copy: t("copy"), copied: t("copied") },
  };
  return (
    <TokenForm
      action={makeKey}
      scopes={tokenScopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`) }))}
      days={tokenDays.map((count) => ({ value: String(count), label: t("dayCount", { count }) }))}
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
      <Table label={t("keys.docs")}>
        <thead>
          <tr>
            <Th>{t("keys.call")}</Th>
            <Th>{t("keys.docs")}</Th>
            <Th>{t("keys.needs")}</Th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <EndpointLine key={endpoint.id} endpoint={endpoint} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

async function EndpointLine({ endpoint }: { endpoint: Endpoint }) {
  const t = await getTranslations("api");
  const { id, method, path, needsVersion } = endpoint;
  return (
    <tr>
      <Th scope="row" className="align-top">
        <code translate="no" className="whitespace-nowrap text-xs">
          {method} /api/v1{path}
        </code>
      </Th>
      <Td>{t(`operation.${id as "getEntry"}`)}</Td>
      <Td>
        {t(`keys.scopes.${scopeOf(endpoint)}`)}
        {needsVersion && (
          <code translate="no" className="block text-xs">
            If-Match
          </code>
        )}
      </Td>
    </tr>
  );
}
