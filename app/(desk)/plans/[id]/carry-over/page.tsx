import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { carryOverAddress } from "@/features/plans/carry-over-address";
import { CarryOverForm } from "@/features/plans/components/carry-over-form";
import { PlanSubPage } from "@/features/plans/components/plan-sub-page";
import { getCarryOver } from "@/features/plans/server/get-carry-over";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../../to-not-found";
import { type PlanParams, planOf, planTitle } from "../plan-params";

type Props = { params: PlanParams; searchParams: SearchParams };

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("years"))("carryOver.title"));
}

export default async function CarryOverPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { plan, can } = await planOf(context, params);
  if (!can.carryOver) notFound();
  const query = carryOverAddress.read(toParams(await searchParams));
  const page = await getCarryOver(context, { planId: plan.id, query }).catch(toNotFound);
  const t = await getTranslations("years.carryOver");
  const years = await getTranslations("years");
  return (
    <PlanSubPage plan={plan} title={t("title")} lead={t("lead")}>
      {page.rows.length > 0 ? (
        <CarryOverForm planId={plan.id} page={page} query={query} />
      ) : (
        <EmptyState
          title={t("none")}
          actions={
            can.close && <ButtonLink href={`/plans/${plan.id}/close` as Route}>{years("close.action")}</ButtonLink>
          }
        >
          {t("noneHint")}
        </EmptyState>
      )}
    </PlanSubPage>
  );
}
