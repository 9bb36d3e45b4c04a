import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Plus } from "@/components/ui/icons";
import { EmptyState } from "@/components/ui/states";
import { RoundsTable } from "@/features/rounds/components/round/rounds-table";
import { listRounds } from "@/features/rounds/server/list-rounds";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toHidden } from "../to-not-found";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("rounds"))("title") };
}

export default async function RoundsPage() {
  const context = await pageContext();
  const { rounds, can } = await listRounds(context, {}).catch(toHidden);
  const t = await getTranslations("rounds");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <div className="flex flex-wrap items-center gap-2.5">
          <p className="min-w-0 flex-1 text-ink-2 text-sm">{t("intro")}</p>
          {can.open && (
            <ButtonLink href="/rounds/new" look="primary" icon={<Plus aria-hidden className="size-4" />}>
              {t("new")}
            </ButtonLink>
          )}
        </div>
        <Card id="rows">
          {rounds.length === 0 ? (
            <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
          ) : (
            <RoundsTable rounds={rounds} label={t("title")} />
          )}
        </Card>
      </PageBody>
    </>
  );
}
