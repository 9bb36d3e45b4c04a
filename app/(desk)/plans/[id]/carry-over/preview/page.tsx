import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { noteLabels } from "@/components/form/note-labels";
import { Banner } from "@/components/ui/banner";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { EmptyState } from "@/components/ui/states";
import { confirmCarryOver } from "@/features/plans/actions";
import {
  carryOverAddress,
  carryOverChoices,
  carryOverPreviewAddress,
  carryOverQuery,
} from "@/features/plans/carry-over-address";
import { ConfirmCarryOverForm } from "@/features/plans/components/confirm-carry-over-form";
import { PlanSubPage } from "@/features/plans/components/plan-sub-page";
import { previewLines } from "@/features/plans/components/preview-lines";
import { getCarryOver } from "@/features/plans/server/get-carry-over";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "../../../../to-not-found";
import { type PlanParams, planOf, planTitle } from "../../plan-params";

type Props = { params: PlanParams; searchParams: SearchParams };

export async function generateMetadata({ params }: { params: PlanParams }): Promise<Metadata> {
  return planTitle(params, (await titleTranslations("years"))("carryOver.previewTitle"));
}

export default async function CarryOverPreviewPage({ params, searchParams }: Props) {
  const context = await pageContext();
  const { plan, can } = await planOf(context, params);
  if (!can.carryOver) notFound();
  const query = carryOverPreviewAddress.read(toParams(await searchParams));
  const { target, previews } = await getCarryOver(context, { planId: plan.id, query }).catch(toNotFound);
  const t = await getTranslations("years.carryOver");
  const ui = await getTranslations("ui");
  const chosen = carryOverQuery(query.to, carryOverChoices(query));
  const change = carryOverAddress.href(chosen, { id: plan.id });
  const back = <ButtonLink href={change}>{t("change")}</ButtonLink>;
  const words = { locale: context.locale, notTranslatedLabel: ui("notYetTranslated") };
  return (
    <PlanSubPage plan={plan} title={t("previewTitle")} lead={t("previewLead")}>
      {previews.length === 0 && <EmptyState title={t("nothing")} actions={back} />}
      {previews.some(({ refusal }) => refusal) && (
        <Banner tone="warn" action={back}>
          {t("refusedLines")}
        </Banner>
      )}
      {previews.length > 0 && (
        <Card id="lines" title={t("lines")} meta={<Count value={previews.length} />}>
          {target && (
            <p className="text-sm">
              <span>{t("carriedInto")}</span> <BilingualText en={target.en} lo={target.lo} {...words} />
            </p>
          )}
          <ConfirmCarryOverForm
            action={confirmCarryOver}
            person={String(context.actor.userId)}
            planId={plan.id}
            toPlanId={target?.id ?? null}
            lines={await previewLines(previews)}
            notes={await noteLabels()}
            href={carryOverPreviewAddress.href(chosen, { id: plan.id })}
            backHref={change}
            labels={{
              save: t("confirm"),
              saving: ui("saving"),
              cancel: t("change"),
              required: ui("required"),
              reasonForAll: t("reasonForAll"),
              reasonHint: t("reasonHint"),
            }}
          />
        </Card>
      )}
    </PlanSubPage>
  );
}
