import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PartnersTable } from "@/features/partners/components/partners-table";
import { listPartners } from "@/features/partners/server/list-partners";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("partners"))("title") };
}

export default async function PartnersPage() {
  const partners = await listPartners(await pageContext(), {});
  const t = await getTranslations("partners");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <p className="text-ink-2 text-sm">{t("intro")}</p>
        <div className="rounded-xl border border-line bg-surface shadow-1">
          <PartnersTable partners={partners} />
        </div>
      </PageBody>
    </>
  );
}
