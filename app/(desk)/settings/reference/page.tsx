import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { controlClasses } from "@/components/ui/control";
import { Plus, Search } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { newReferenceAddress, referenceAddress } from "@/features/reference/address";
import { ReferenceTable } from "@/features/reference/components/reference-table";
import { type ReferenceKind, referenceKinds } from "@/features/reference/kinds";
import { listReference } from "@/features/reference/server/list-reference";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toHidden } from "../../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("reference"))("title") };
}

export default async function ReferencePage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { kind, q, saved } = referenceAddress.read(toParams(await searchParams));
  const rows = await listReference(context, { table: kind, q }).catch(toHidden);
  const t = await getTranslations("reference");
  const settings = await getTranslations("settings");
  return (
    <>
      <PageBar
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: referenceAddress.href({}) },
          { label: t(`kind.${kind}`) },
        ]}
      />
      <PageBody>
        {saved && <Banner tone="result">{t(`saved.${saved}`)}</Banner>}
        <PageHeader title={t(`kind.${kind}`)} size="lg">
          {t("intro")}
        </PageHeader>
        <Tabs
          label={t("title")}
          tabs={referenceKinds.map((one) => ({
            href: referenceAddress.href({ kind: one }),
            label: t(`kind.${one}`),
            current: one === kind,
          }))}
        />
        <ListBar kind={kind} typed={q} />
        <div className="rounded-xl border border-line bg-surface shadow-1">
          <ReferenceTable kind={kind} rows={rows} isSearched={q !== ""} />
        </div>
      </PageBody>
    </>
  );
}

async function ListBar({ kind, typed }: { kind: ReferenceKind; typed: string }) {
  const t = await getTranslations("reference");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <search className="min-w-0 flex-1 basis-60 sm:max-w-96">
        <form action="/settings/reference" className="flex gap-1.5">
          <input type="hidden" name="kind" value={kind} />
          <input
            type="search"
            name="q"
            defaultValue={typed}
            maxLength={200}
            aria-label={t("search")}
            className={controlClasses}
          />
          <Button type="submit" iconOnly aria-label={t("search")} icon={<Search aria-hidden className="size-4" />} />
        </form>
      </search>
      <ButtonLink
        href={newReferenceAddress.href({ kind })}
        look="primary"
        icon={<Plus aria-hidden className="size-4" />}
        className="ml-auto"
      >
        {t("add")}
      </ButtonLink>
    </div>
  );
}
