import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { EmptyState } from "@/components/ui/states";
import { auditAddress } from "@/features/audit/address";
import { AuditFilters } from "@/features/audit/components/audit-filters";
import { AuditDownloads, AuditSteps } from "@/features/audit/components/audit-steps";
import { AuditTable } from "@/features/audit/components/audit-table";
import { listAudit } from "@/features/audit/server/list-audit";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { LeftOut } from "../../left-out";
import { toNotFound } from "../users/user-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const searched = toParams(await searchParams);
  const query = auditAddress.read(searched);
  const { lines, names, total, older, people } = await listAudit(context, { query }).catch(toNotFound);
  const t = await getTranslations("audit");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <p className="text-ink-2 text-sm">{t("intro")}</p>
        <LeftOut filters={auditAddress.leftOut(searched)} />
        <AuditFilters query={query} people={people} />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm">{t("rows", { count: total })}</p>
          <AuditDownloads query={query} />
        </div>
        <div className="rounded-xl border border-line bg-surface shadow-1">
          {lines.length > 0 ? (
            <AuditTable lines={lines} names={names} query={query} />
          ) : (
            <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
          )}
        </div>
        <AuditSteps query={query} older={older} />
      </PageBody>
    </>
  );
}
